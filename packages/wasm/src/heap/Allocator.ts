import { FreeRange } from "./FreeRange.ts";

/** All blocks begin and end at multiples of this: a cache line, and more than any element or vector needs. */
export const ALIGNMENT = 64;

/** Lists of free ranges for each power of two, so that what is found is at most a quarter larger than what is needed. */
const LISTS_PER_POWER = 4;
const LISTS = 33 * LISTS_PER_POWER;

/**
 * Gives out blocks of address space and takes them back. Free neighbours become one range at once, and blocks are taken
 * from the smallest range that is sure to hold them, which bounds what fragmentation can waste. Taking and giving back
 * take a time that does not grow with the number of blocks.
 *
 * It knows addresses alone, no memory.
 */
export class Allocator {
  private readonly lists: (FreeRange | undefined)[] = new Array<FreeRange | undefined>(LISTS).fill(undefined);
  private readonly byStart = new Map<number, FreeRange>();
  private readonly byEnd = new Map<number, FreeRange>();
  private readonly blocks = new Map<number, number>();
  private total = 0;
  private free = 0;

  /** How many bytes it was given. */
  get size(): number {
    return this.total;
  }

  /** How many bytes are in blocks. */
  get used(): number {
    return this.total - this.free;
  }

  /** How many blocks there are. */
  get blockCount(): number {
    return this.blocks.size;
  }

  /** How many free ranges there are. */
  get rangeCount(): number {
    return this.byStart.size;
  }

  /** The size of the largest free range. */
  get largestFree(): number {
    let largest = 0;
    for (const { size } of this.byStart.values()) largest = Math.max(largest, size);
    return largest;
  }

  /** Takes over a range of addresses; start and size are multiples of {@link ALIGNMENT}. */
  add(start: number, size: number): void {
    this.total += size;
    this.release(start, size);
  }

  /** The address of a block of so many bytes or more; undefined when no free range can hold it. */
  allocate(bytes: number): number | undefined {
    const size = roundedUp(bytes);
    const range = this.find(size);
    if (range === undefined) return undefined;
    this.remove(range);
    this.blocks.set(range.start, size);
    if (range.size > size) this.insert(new FreeRange(range.start + size, range.size - size));
    return range.start;
  }

  /**
   * Takes a block back.
   *
   * @throws RangeError for an address that is not that of a block
   */
  deallocate(address: number): void {
    const size = this.blocks.get(address);
    if (size === undefined) throw new RangeError(`expected the address of a block, got ${address}`);
    this.blocks.delete(address);
    this.release(address, size);
  }

  private release(start: number, size: number): void {
    const before = this.byEnd.get(start);
    const behind = this.byStart.get(start + size);
    if (before !== undefined) this.remove(before);
    if (behind !== undefined) this.remove(behind);
    const first = before?.start ?? start;
    this.insert(new FreeRange(first, (behind?.end ?? start + size) - first));
  }

  private find(size: number): FreeRange | undefined {
    // Ranges in the list of that size may be too small; those in later lists never are.
    for (let range = this.lists[listFor(size)]; range !== undefined; range = range.next) {
      if (range.size >= size) return range;
    }
    for (let list = listFor(size) + 1; list < LISTS; list++) {
      const range = this.lists[list];
      if (range !== undefined) return range;
    }
    return undefined;
  }

  private insert(range: FreeRange): void {
    const list = listFor(range.size);
    const next = this.lists[list];
    range.next = next;
    if (next !== undefined) next.previous = range;
    this.lists[list] = range;
    this.byStart.set(range.start, range);
    this.byEnd.set(range.end, range);
    this.free += range.size;
  }

  private remove(range: FreeRange): void {
    if (range.previous === undefined) this.lists[listFor(range.size)] = range.next;
    else range.previous.next = range.next;
    if (range.next !== undefined) range.next.previous = range.previous;
    this.byStart.delete(range.start);
    this.byEnd.delete(range.end);
    this.free -= range.size;
  }
}

function roundedUp(bytes: number): number {
  return Math.max(ALIGNMENT, Math.ceil(bytes / ALIGNMENT) * ALIGNMENT);
}

function listFor(size: number): number {
  const power = 31 - Math.clz32(size / ALIGNMENT);
  const step = Math.floor((size / ALIGNMENT / 2 ** power - 1) * LISTS_PER_POWER);
  return power * LISTS_PER_POWER + step;
}
