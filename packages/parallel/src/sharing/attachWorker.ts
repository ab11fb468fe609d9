import { useBackend } from "@rushlight/tensor";
import { attachWasmBackend, type HeapLedger, type SharedEngine } from "@rushlight/wasm/threads";

/** What every worker of a pool is started with. */
export interface WorkerSetup {
  readonly engine: SharedEngine;
  /** Ledgers, and what is lent with them: each worker that starts takes the next one. */
  readonly ledgers: readonly Pick<HeapLedger, "address" | "arena">[];
  /** How many ledgers are taken. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/**
 * Makes this worker compute in the memory of the thread that has started it.
 *
 * @throws RangeError when so many workers have come and gone that no ledger is left
 */
export function attachWorker({ engine, ledgers, taken }: WorkerSetup): void {
  const mine = Atomics.add(taken, 0, 1);
  if (mine >= ledgers.length)
    throw new RangeError(`expected at most ${ledgers.length} workers, as many have ended before`);
  const { address, arena } = ledgers[mine];
  useBackend(attachWasmBackend(engine, { ledger: address, arena }));
}
