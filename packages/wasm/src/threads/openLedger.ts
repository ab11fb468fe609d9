import { ArgumentError, type Backend } from "@rushlight/tensor";
import type { Arena } from "../engine/EngineMemory.ts";
import { lendMemory } from "./lendMemory.ts";
import { LEDGER_BYTES, takeNotes, writeEmpty } from "./notes.ts";
import { sharedParts } from "./sharedEngine.ts";

/** What a thread that is attached to a backend's memory takes of it, so that it can be taken back. */
export interface HeapLedger {
  /** Where it lies, to send to the other thread. */
  readonly address: number;
  /** What the other thread is lent, to send to it as well; undefined when that was nothing. */
  readonly arena: Arena | undefined;
  /**
   * Gives what the other thread has taken, the arena and the ledger itself to the heap of this one. Only when that thread is
   * gone: what it kept there is overwritten.
   *
   * @returns how many bytes the other thread has taken beside the arena; 0 when all was given back before
   */
  reclaim(): number;
}

/** How a ledger is opened. */
export interface LedgerOptions {
  /**
   * How many bytes to lend the other thread, which it uses first. Where a thread comes and goes often, all it takes should be
   * from there: then another one can have the same. Nothing is lent when there is no room. Default: 0.
   */
  readonly arena?: number | undefined;
}

/**
 * Opens a ledger for a thread that is going to attach to the memory of a backend.
 *
 * @throws ArgumentError when threads can not share its memory, or when there is no room in it
 * @example
 * ```ts
 * import { createWasmBackend } from "@rushlight/wasm";
 * import { attachWasmBackend, openLedger, sharedEngine } from "@rushlight/wasm/threads";
 *
 * const backend = createWasmBackend({ shared: true });
 * const { address, arena, reclaim } = openLedger(backend, { arena: 2 ** 20 });
 * attachWasmBackend(sharedEngine(backend), { ledger: address, arena }); // on another thread
 * reclaim();
 * console.log(backend.heapStats().used); // 0
 * ```
 */
export function openLedger(backend: Backend, { arena = 0 }: LedgerOptions = {}): HeapLedger {
  const { engine, heap } = sharedParts("openLedger", backend);
  const ledger = lendMemory(backend, LEDGER_BYTES);
  if (ledger === undefined) throw new ArgumentError(`openLedger: expected room for ${LEDGER_BYTES} bytes, found none`);
  const { address } = ledger;
  writeEmpty(engine.buffer, address);
  const lent = arena > 0 ? lendMemory(backend, arena) : undefined;
  let open = true;
  return {
    address,
    arena: lent && { address: lent.address, bytes: lent.bytes },
    reclaim() {
      if (!open) return 0;
      open = false;
      const ranges = takeNotes(engine.buffer, address);
      for (const { start, bytes } of ranges) heap.takeOver(start, bytes);
      ledger.giveBack();
      lent?.giveBack();
      return ranges.reduce((total, { bytes }) => total + bytes, 0);
    },
  };
}
