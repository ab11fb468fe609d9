import { setFlagsFromString } from "node:v8";

/**
 * Switches on the vector instructions that Node 20 knows but leaves off; later versions have them on, and refuse the flag.
 * It must run before the first kernel is compiled. Applications may do so; libraries never do.
 */
export function allowRelaxedSimd(): void {
  if (process.versions.node.startsWith("20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");
}
