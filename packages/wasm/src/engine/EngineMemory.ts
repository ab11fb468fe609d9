import type { FloatArray } from "@rushlight/tensor";
import { type WebAssemblyMemory, webAssembly } from "./WebAssembly.ts";

const PAGE = 65_536;
/** The module's own data, and the null address. */
const RESERVED = PAGE;
/**
 * Where the end of what is taken is written, within what is reserved, in units of {@link UNIT} bytes: in the memory itself,
 * so that all threads that share it take from one supply.
 */
const END = (RESERVED - 64) / 4;
/** What is taken begins at multiples of so many bytes. */
const UNIT = 64;
/** What is tried as the largest size of shared memory, in pages: 4, 2, 1 and a half GiB. It begins small and grows. */
const SHARED_MAXIMUM = [65_536, 32_768, 16_384, 8192];
/**
 * What is tried as the size of memory that is not shared: 1 GiB, a half and a quarter. It has its size from the start,
 * since growing would detach the arrays that callers of kernels hold. Systems give it pages as they are first touched.
 */
const UNSHARED_SIZE = [16_384, 8192, 4096];
const INITIAL_PAGES = 64;

/** The most that the memory grows at once beyond what is needed. */
const LARGEST_GROWTH = 2 ** 30;

/** A block of scratch memory that operands are copied to: it grows to the largest need and stays. */
interface Scratch {
  address: number;
  bytes: number;
}

/** Where a thread notes what it takes of a memory that it shares, so that it can be taken back when the thread is gone. */
export interface Ledger {
  /** Whether there is room for another note. */
  readonly hasRoom: boolean;
  /** Notes a range. */
  note(address: number, bytes: number): void;
}

/** A range of the memory that a thread may use before it takes more. */
export interface Arena {
  readonly address: number;
  readonly bytes: number;
}

/** The one memory that kernels work in, as this thread sees it. */
export class EngineMemory {
  readonly shared: boolean;
  /** The most bytes that the memory can have. */
  readonly maximum: number;
  readonly memory: WebAssemblyMemory;
  private readonly ledger: Ledger | undefined;
  /** What is left of the arena. */
  private free = 0;
  private freeEnd = 0;
  private currentBuffer: ArrayBufferLike;
  private view32: Float32Array;
  private view64: Float64Array;
  private words: Int32Array;
  private readonly scratches: readonly Scratch[] = Array.from({ length: 4 }, () => ({ address: 0, bytes: 0 }));

  private constructor(memory: WebAssemblyMemory, maximum: number, shared: boolean, ledger: Ledger | undefined) {
    this.memory = memory;
    this.maximum = maximum;
    this.shared = shared;
    this.ledger = ledger;
    this.currentBuffer = memory.buffer;
    this.view32 = new Float32Array(this.currentBuffer);
    this.view64 = new Float64Array(this.currentBuffer);
    this.words = new Int32Array(this.currentBuffer);
  }

  /**
   * The largest memory that the platform gives.
   *
   * @throws Error when the platform gives none
   */
  static create(shared: boolean): EngineMemory {
    const platform = webAssembly();
    if (platform === undefined) throw new Error("expected a platform with WebAssembly");
    let failure: unknown;
    for (const maximum of shared ? SHARED_MAXIMUM : UNSHARED_SIZE) {
      try {
        const memory = new platform.Memory({ initial: shared ? INITIAL_PAGES : maximum, maximum, shared });
        const created = new EngineMemory(memory, maximum * PAGE, shared, undefined);
        created.words[END] = RESERVED / UNIT;
        return created;
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  }

  /** A memory that another thread has created, with scratch memory of its own. */
  static attach(
    memory: WebAssemblyMemory,
    maximum: number,
    ledger: Ledger | undefined,
    arena: Arena | undefined,
  ): EngineMemory {
    const attached = new EngineMemory(memory, maximum, true, ledger);
    if (arena !== undefined && attached.reach(arena.address + arena.bytes)) {
      attached.free = arena.address;
      attached.freeEnd = arena.address + arena.bytes;
    }
    return attached;
  }

  /** The memory as it is now. Growing replaces it. */
  get buffer(): ArrayBufferLike {
    return this.currentBuffer;
  }

  /** The whole memory as float32: element i is at address 4·i. Growing replaces it. */
  get float32(): Float32Array {
    return this.view32;
  }

  /** The whole memory as float64: element i is at address 8·i. Growing replaces it. */
  get float64(): Float64Array {
    return this.view64;
  }

  /** The whole memory as int32: element i is at address 4·i. Growing replaces it. */
  get int32(): Int32Array {
    return this.words;
  }

  /** The address of an element of a resident array; 0 when the array is managed. */
  addressOf(array: FloatArray | Int32Array, element: number): number {
    return array.buffer === this.currentBuffer ? array.byteOffset + element * array.BYTES_PER_ELEMENT : 0;
  }

  /**
   * The address of scratch memory, of at least so many bytes, at a multiple of 64. What was there may be gone; it stays
   * until the next call with that slot. Taking it may replace {@link buffer}: take all slots before addresses and views.
   *
   * @param slot 0 to 3
   */
  scratch(slot: number, bytes: number): number {
    const scratch = this.scratches[slot];
    if (scratch.bytes < bytes) {
      const generous = Math.max(bytes, 2 * scratch.bytes, PAGE);
      if (!this.takeScratch(scratch, generous) && !this.takeScratch(scratch, bytes)) {
        throw new RangeError(`expected room for ${bytes} bytes of scratch memory, found none`);
      }
    }
    return scratch.address;
  }

  private takeScratch(scratch: Scratch, bytes: number): boolean {
    const address = this.extend(bytes);
    if (address === undefined) return false;
    scratch.address = address;
    scratch.bytes = bytes;
    return true;
  }

  /** The address of new memory, of the arena or else at the end, at a multiple of 64; undefined when there is no more. */
  extend(bytes: number): number | undefined {
    const units = Math.ceil(bytes / UNIT);
    if (units * UNIT <= this.freeEnd - this.free) {
      const address = this.free;
      this.free += units * UNIT;
      return address;
    }
    if (this.ledger?.hasRoom === false) return undefined;
    for (;;) {
      const start = Atomics.load(this.words, END);
      if (!this.reach((start + units) * UNIT)) return undefined;
      // Another thread may have taken the same meanwhile.
      if (Atomics.compareExchange(this.words, END, start, start + units) !== start) continue;
      this.ledger?.note(start * UNIT, units * UNIT);
      return start * UNIT;
    }
  }

  /**
   * Sees to it that this thread sees so many bytes, which another may have made the memory grow to.
   *
   * @returns false when there is no room for them
   */
  reach(bytes: number): boolean {
    if (bytes <= this.currentBuffer.byteLength) return true;
    // Another thread may have made it grow.
    if (bytes > this.memory.buffer.byteLength && !this.grow(bytes)) return false;
    this.currentBuffer = this.memory.buffer;
    this.view32 = new Float32Array(this.currentBuffer);
    this.view64 = new Float64Array(this.currentBuffer);
    this.words = new Int32Array(this.currentBuffer);
    return true;
  }

  /** Grows the memory to hold so many bytes, to twice its size where that is more. */
  private grow(bytes: number): boolean {
    const present = this.memory.buffer.byteLength;
    const doubled = Math.max(bytes, Math.min(2 * present, present + LARGEST_GROWTH));
    if (this.tryGrow(doubled - present) || this.tryGrow(bytes - present)) return true;
    // Another thread may have made it grow meanwhile, so that there was no room to do so again.
    return this.memory.buffer.byteLength >= bytes;
  }

  private tryGrow(bytes: number): boolean {
    try {
      this.memory.grow(Math.ceil(bytes / PAGE));
      return true;
    } catch (error) {
      // What the platform throws when the maximum is reached or the system has no more.
      if (error instanceof RangeError) return false;
      throw error;
    }
  }
}
