import type { DType, ResidentBlock, ResidentMemory } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { ALIGNMENT, Allocator } from "./Allocator.ts";
import { Block, bytesOf } from "./Block.ts";
import type { Keeper } from "./guard.ts";

/** How a heap is doing. Sizes are in bytes. */
export interface HeapStats {
  /** What storages take. */
  readonly used: number;
  /** What the heap has taken from the memory so far. */
  readonly size: number;
  /** What it takes at most. */
  readonly limit: number;
  /** How many storages lie there. */
  readonly blocks: number;
  /** How many ranges between them are free, and how large the largest is. */
  readonly freeRanges: number;
  readonly largestFree: number;
  /** How many storages stay for good, since the `buffer` behind their elements was asked for. */
  readonly pinned: number;
  /** How many storages found no room since the program began, and lie elsewhere. */
  readonly refused: number;
}

/** The least that the heap takes from the memory at once. */
const LEAST_GROWTH = 2 ** 20;

/**
 * The part of an engine's memory in which storages lie. A block is freed when the garbage collector finds that its storage
 * can not be reached any more, nor any array that shows it; never by hand, so a view can not dangle. When there is no room,
 * storages lie elsewhere and their elements are copied for each kernel.
 */
export class Heap implements ResidentMemory {
  private readonly engine: Engine;
  private readonly allocator = new Allocator();
  private readonly registry: FinalizationRegistry<number>;
  private readonly limit: number;
  private readonly pins = new Set<Keeper>();
  private refused = 0;

  /** @param limit the most bytes that it takes; three quarters of the memory when left out: the rest is for scratch */
  constructor(engine: Engine, limit: number = 0.75 * engine.maximum) {
    this.engine = engine;
    this.limit = limit;
    this.registry = new FinalizationRegistry((address) => this.allocator.deallocate(address));
  }

  /** Zero-filled elements, or undefined when there is no room for them. */
  allocate<D extends DType>(dtype: D, length: number): ResidentBlock<D> | undefined {
    const bytes = length * bytesOf(dtype);
    const address = this.lend(bytes);
    if (address === undefined) {
      this.refused += 1;
      return undefined;
    }
    const block = new Block(this.engine, dtype, address, length, this.pins);
    block.clear();
    this.registry.register(block, address);
    return block;
  }

  /** The elements at an address that something else takes care of. */
  blockAt<D extends DType>(dtype: D, address: number, length: number): ResidentBlock<D> {
    // Another thread may have made the memory grow to where it lies.
    this.engine.reach(address + length * bytesOf(dtype));
    return new Block(this.engine, dtype, address, length, this.pins);
  }

  /** The address of so many bytes, as they are, until they are given back; undefined when there is no room for them. */
  lend(bytes: number): number | undefined {
    return this.allocator.allocate(bytes) ?? this.allocateGrown(bytes);
  }

  /** Takes back what was lent: nobody uses it any more. */
  giveBack(address: number): void {
    this.allocator.deallocate(address);
  }

  /** Takes over a range of the memory that nobody uses any more. */
  takeOver(start: number, bytes: number): void {
    // Another thread made the memory grow to where it lies.
    this.engine.reach(start + bytes);
    this.allocator.add(start, bytes);
  }

  /** How it is doing. */
  stats(): HeapStats {
    return {
      used: this.allocator.used,
      size: this.allocator.size,
      limit: this.limit,
      blocks: this.allocator.blockCount,
      freeRanges: this.allocator.rangeCount,
      largestFree: this.allocator.largestFree,
      pinned: this.pins.size,
      refused: this.refused,
    };
  }

  private allocateGrown(bytes: number): number | undefined {
    const room = this.limit - this.allocator.size;
    const needed = Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    if (needed > room) return undefined;
    const wanted = Math.min(room, Math.max(needed, LEAST_GROWTH, this.allocator.size / 4));
    const size = Math.floor(wanted / ALIGNMENT) * ALIGNMENT;
    if (!this.take(size) && !(size > needed && this.take(needed))) return undefined;
    return this.allocator.allocate(bytes);
  }

  private take(size: number): boolean {
    const start = this.engine.extend(size);
    if (start === undefined) return false;
    this.allocator.add(start, size);
    return true;
  }
}
