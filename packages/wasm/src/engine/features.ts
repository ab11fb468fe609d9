import { webAssembly } from "./WebAssembly.ts";

/** The instruction sets that kernels are compiled for. */
export type Instructions = "simd" | "relaxed";

/** What this platform can run. */
export interface Features {
  /** 128-bit vectors. */
  readonly simd: boolean;
  /** Vectors with multiply-adds that round once. */
  readonly relaxedSimd: boolean;
  /** Memory that threads can share. */
  readonly sharedMemory: boolean;
}

/** Finds out what this platform can run. */
export function detectFeatures(): Features {
  return { simd: accepts(simdBody), relaxedSimd: accepts(relaxedBody), sharedMemory: hasSharedMemory() };
}

// v128.const 0; then what is asked about; then drop.
const vector = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
const simdBody = [...vector, ...vector, 0xfd, 0xe4, 0x01, 0x1a];
const relaxedBody = [...vector, ...vector, ...vector, 0xfd, 0x85, 0x02, 0x1a];

/** True when a function with that body is valid. */
function accepts(body: readonly number[]): boolean {
  const code = [0x00, ...body, 0x0b];
  const bytes = [
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
    ...[0x03, 0x02, 0x01, 0x00],
    ...[0x0a, code.length + 2, 0x01, code.length, ...code],
  ];
  return webAssembly()?.validate(new Uint8Array(bytes)) ?? false;
}

/** Browsers keep shared memory from pages that are not isolated from other origins. */
function hasSharedMemory(): boolean {
  return typeof SharedArrayBuffer === "function" && Reflect.get(globalThis, "crossOriginIsolated") !== false;
}
