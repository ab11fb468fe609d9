export { createWasmBackend } from "./backend/createWasmBackend.ts";
export { heapStats, wasmBackend } from "./backend/sharedBackend.ts";
export type { WasmBackend, WasmOptions } from "./backend/WasmBackend.ts";
export { detectFeatures, type Features, type Instructions } from "./engine/features.ts";
export type { HeapStats } from "./heap/Heap.ts";
