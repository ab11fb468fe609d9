import type { KernelName } from "../generated/KernelName.ts";
import { relaxedKernels } from "../generated/relaxed.ts";
import { simdKernels } from "../generated/simd.ts";
import { applyDifference } from "./applyDifference.ts";
import type { Instructions } from "./features.ts";
import { hexadecimalBytes } from "./hexadecimalBytes.ts";
import { type WebAssemblyMemory, webAssembly } from "./WebAssembly.ts";

/** The kernels: functions of addresses, counts and strides. */
export type Kernels = Readonly<Record<KernelName, (...args: number[]) => number>>;

/** The binary for an instruction set. */
function kernelsFor(instructions: Instructions): Uint8Array<ArrayBuffer> {
  const simd = hexadecimalBytes(simdKernels);
  return instructions === "simd" ? simd : applyDifference(simd, relaxedKernels);
}

/** Compiled kernels, without a memory. Threads can be sent them. */
export type KernelModule = object;

/**
 * Compiles the kernels, synchronously.
 *
 * @param shared whether the memory that they are to work in is one that threads can share
 * @throws Error when the platform has no WebAssembly or does not know the instructions
 */
export function compileKernels(instructions: Instructions, shared: boolean): KernelModule {
  const platform = webAssembly();
  if (platform === undefined) throw new Error("expected a platform with WebAssembly");
  const bytes = kernelsFor(instructions);
  if (shared) importShared(bytes);
  return new platform.Module(bytes);
}

/**
 * The kernels on a memory.
 *
 * @throws Error when the platform has no WebAssembly
 */
export function instantiate(module: KernelModule, memory: WebAssemblyMemory): Kernels {
  const platform = webAssembly();
  if (platform === undefined) throw new Error("expected a platform with WebAssembly");
  const { exports } = new platform.Instance(module, { env: { memory } });
  if (!areKernels(exports)) throw new Error("expected kernels that are functions");
  return exports;
}

function areKernels(exports: Readonly<Record<string, unknown>>): exports is Kernels {
  return Object.values(exports).every((each) => typeof each === "function");
}

const IMPORT_SECTION = 2;
const UNSHARED_WITH_MAXIMUM = 1;
const SHARED_WITH_MAXIMUM = 3;
/** `env`, `memory` and the kind "memory", as they stand in front of the limits. */
const memoryImport = [3, ...ascii("env"), 6, ...ascii("memory"), 2];

/**
 * Makes the module import its memory as shared: one bit in front of the limits. The kernels have no instruction for which
 * it makes a difference, so one build serves both.
 */
function importShared(bytes: Uint8Array): void {
  const section = bytes.indexOf(IMPORT_SECTION, 8);
  for (let at = section; at < bytes.length - memoryImport.length; at++) {
    if (!memoryImport.every((byte, i) => bytes[at + i] === byte)) continue;
    const flags = at + memoryImport.length;
    if (bytes[flags] !== UNSHARED_WITH_MAXIMUM) throw new Error("expected a memory with a maximum");
    bytes[flags] = SHARED_WITH_MAXIMUM;
    return;
  }
  throw new Error("expected kernels that import their memory");
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
