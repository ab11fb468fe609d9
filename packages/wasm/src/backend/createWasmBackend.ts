import { ArgumentError, checkOptions } from "@rushlight/tensor";
import { Engine } from "../engine/Engine.ts";
import { detectFeatures, type Features, type Instructions } from "../engine/features.ts";
import { Heap } from "../heap/Heap.ts";
import { backendOn } from "./backendOn.ts";
import { keepParts } from "./parts.ts";
import type { WasmBackend, WasmOptions } from "./WasmBackend.ts";

/**
 * A backend of its own, with a memory of its own. Programs need one: {@link wasmBackend} gives the one that all share.
 *
 * @throws ArgumentError for options that do not exist, and for what the platform can not do
 * @example
 * ```ts
 * import { exp, tensor, useBackend } from "@rushlight/tensor";
 * import { createWasmBackend } from "@rushlight/wasm";
 *
 * const backend = createWasmBackend({ instructions: "simd" });
 * useBackend(backend);
 * console.log(exp(tensor([0, 1])).sum().toFixed(4)); // 3.7183
 * console.log(backend.heapStats().blocks); // 0
 * ```
 */
export function createWasmBackend(options: WasmOptions = {}): WasmBackend {
  checkOptions("createWasmBackend", options, ["instructions", "shared", "heapLimit"]);
  const features = detectFeatures();
  const instructions = chosenInstructions(features, options.instructions);
  const shared = options.shared ?? features.sharedMemory;
  if (shared && !features.sharedMemory) {
    throw new ArgumentError("createWasmBackend: expected a platform that lets threads share memory");
  }
  const { heapLimit } = options;
  if (heapLimit !== undefined && !(heapLimit >= 0)) {
    throw new ArgumentError(`createWasmBackend: expected a heapLimit of 0 or more, got ${heapLimit}`);
  }
  const engine = Engine.create({ instructions, shared });
  const heap = new Heap(engine, heapLimit);
  keepParts({ engine, heap });
  return backendOn(engine, heap);
}

function chosenInstructions(features: Features, asked: Instructions | undefined): Instructions {
  const best = features.relaxedSimd ? "relaxed" : features.simd ? "simd" : undefined;
  if (best === undefined) {
    throw new ArgumentError("createWasmBackend: expected a platform with WebAssembly and 128-bit vectors (SIMD)");
  }
  if (asked !== undefined && asked !== "simd" && asked !== "relaxed") {
    throw new ArgumentError(`createWasmBackend: expected instructions "simd" or "relaxed", got ${String(asked)}`);
  }
  if (asked === "relaxed" && best !== "relaxed") {
    throw new ArgumentError("createWasmBackend: expected a platform with relaxed SIMD");
  }
  return asked ?? best;
}
