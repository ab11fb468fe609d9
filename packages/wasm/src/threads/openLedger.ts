import { ArgumentError, type Backend } from "@rushlight/tensor";
import { LEDGER_BYTES, takeNotes } from "./notes.ts";
import { sharedParts } from "./sharedEngine.ts";

/** What a thread that is attached to a backend's memory takes of it, so that it can be taken back. */
export interface HeapLedger {
  /** Where it lies, to send to the other thread. */
  readonly address: number;
  /**
   * Gives what the other thread has taken to the heap of this one. Only when that thread is gone: what it kept there is
   * overwritten.
   *
   * @returns how many bytes those are
   */
  reclaim(): number;
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
 * const ledger = openLedger(backend);
 * attachWasmBackend(sharedEngine(backend), { ledger: ledger.address }); // on another thread
 * console.log(ledger.reclaim() > 0, ledger.reclaim()); // true 0
 * ```
 */
export function openLedger(backend: Backend): HeapLedger {
  const { engine, heap } = sharedParts("openLedger", backend);
  const block = heap.allocate("uint8", LEDGER_BYTES);
  if (block === undefined) throw new ArgumentError(`openLedger: expected room for ${LEDGER_BYTES} bytes, found none`);
  const address = block.elements.byteOffset;
  return {
    address,
    reclaim() {
      // Through the block, which is kept for as long as the ledger is.
      const ranges = takeNotes(engine.buffer, block.elements.byteOffset);
      for (const { start, bytes } of ranges) heap.takeOver(start, bytes);
      return ranges.reduce((total, { bytes }) => total + bytes, 0);
    },
  };
}
