import { setFlagsFromString } from "node:v8";
import { Engine, type EngineOptions } from "../src/engine/Engine.ts";
import { detectFeatures } from "../src/engine/features.ts";

// Node 20 knows these instructions but has them switched off; later versions refuse the flag.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");

/** One engine for each variant that this platform can run. */
export function engines(): [name: string, engine: Engine][] {
  const { relaxedSimd, sharedMemory } = detectFeatures();
  const options: EngineOptions[] = (["simd", "relaxed"] as const)
    .filter((instructions) => instructions === "simd" || relaxedSimd)
    .flatMap((instructions) => [false, true].map((shared) => ({ instructions, shared })))
    .filter(({ shared }) => !shared || sharedMemory);
  return options.map((each) => [`${each.instructions}, ${each.shared ? "shared" : "unshared"}`, Engine.create(each)]);
}
