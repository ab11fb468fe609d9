export type { Arena } from "../engine/EngineMemory.ts";
export type { KernelModule, Kernels } from "../engine/instantiate.ts";
export type { KernelName } from "../generated/KernelName.ts";
export { type AttachOptions, attachWasmBackend } from "./attachWasmBackend.ts";
export { type LentMemory, lendMemory } from "./lendMemory.ts";
export { type HeapLedger, type LedgerOptions, openLedger } from "./openLedger.ts";
export { blockAt, residentAddress } from "./residents.ts";
export { type SharedEngine, sharedEngine } from "./sharedEngine.ts";
export { withKernels } from "./withKernels.ts";
