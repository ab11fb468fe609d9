import { setFlagsFromString } from "node:v8";

// Node 20 knows these instructions but has them switched off; later versions refuse the flag. Before kernels are compiled.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");
