import type { SharedEngine } from "@rushlight/wasm/threads";

/** What a worker needs for its kernel loop. */
export interface LoopTask {
  readonly engine: Pick<SharedEngine, "module" | "memory">;
  /** The address of the control. */
  readonly control: number;
  /** The number of the worker, from 0. */
  readonly worker: number;
  /** The address of scratch memory of its own. */
  readonly scratch: number;
  /** For each kernel, which of its operands is the address of scratch memory; −1 for none. */
  readonly scratchOperands: Int8Array;
  /** How many times workers had entered their loop, this time included. */
  readonly entry: number;
  /** How often it looks for a job before it sleeps. */
  readonly spins: number;
}
