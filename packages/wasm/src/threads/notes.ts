import type { Ledger } from "../engine/EngineMemory.ts";

/** How many ranges a ledger has room for. A heap that grows by a quarter each time fills its memory in far fewer. */
const ENTRIES = 510;
/** What addresses and sizes are multiples of, so that both fit into 32 bits. */
const UNIT = 64;

/** How much memory a ledger takes: a count, and an address and a size for each range. */
export const LEDGER_BYTES: number = (1 + 2 * ENTRIES) * 4;

/** Makes an empty ledger of the memory at an address. */
export function writeEmpty(buffer: ArrayBufferLike, address: number): void {
  Atomics.store(wordsAt(buffer, address), 0, 0);
}

/** The ledger at an address, for the thread that takes memory. */
export function noteIn(buffer: ArrayBufferLike, address: number): Ledger {
  const words = wordsAt(buffer, address);
  return {
    get hasRoom() {
      return words[0] < ENTRIES;
    },
    note(start, bytes) {
      const at = 1 + 2 * words[0];
      words[at] = start / UNIT;
      words[at + 1] = bytes / UNIT;
      // Last: a thread that ends on the way leaves no entry that is half written.
      Atomics.add(words, 0, 1);
    },
  };
}

/** The ranges that are noted in a ledger, which is then empty. */
export function takeNotes(buffer: ArrayBufferLike, address: number): { start: number; bytes: number }[] {
  const words = wordsAt(buffer, address);
  const count = Atomics.exchange(words, 0, 0);
  return Array.from({ length: count }, (_, i) => ({
    start: (words[1 + 2 * i] >>> 0) * UNIT,
    bytes: (words[2 + 2 * i] >>> 0) * UNIT,
  }));
}

function wordsAt(buffer: ArrayBufferLike, address: number): Int32Array {
  return new Int32Array(buffer, address, LEDGER_BYTES / 4);
}
