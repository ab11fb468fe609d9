import type { FloatArray } from "@rushlight/tensor";
import type { Instructions } from "./features.ts";
import { instantiate, type Kernels } from "./instantiate.ts";
import { type WebAssemblyMemory, webAssembly } from "./WebAssembly.ts";

const PAGE = 65_536;
/** The module's own data, and the null address. */
const RESERVED = PAGE;
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

/** How an engine is made. */
export interface EngineOptions {
  readonly instructions: Instructions;
  /** Whether threads can share the memory. */
  readonly shared: boolean;
}

/** A block of scratch memory that operands are copied to: it grows to the largest need and stays. */
interface Scratch {
  address: number;
  bytes: number;
}

/**
 * The kernels with the one memory that they work in.
 *
 * Arrays whose elements lie in the memory are *resident*; kernels take their addresses. All others are *managed* and are
 * copied to scratch memory first.
 */
export class Engine {
  readonly instructions: Instructions;
  readonly shared: boolean;
  readonly kernels: Kernels;
  /** The most bytes that the memory can have. */
  readonly maximum: number;
  private readonly memory: WebAssemblyMemory;
  private end: number = RESERVED;
  private currentBuffer: ArrayBufferLike;
  private view32: Float32Array;
  private view64: Float64Array;
  private readonly scratches: readonly Scratch[] = Array.from({ length: 4 }, () => ({ address: 0, bytes: 0 }));

  /** @throws Error when the platform can not run it */
  constructor({ instructions, shared }: EngineOptions) {
    this.instructions = instructions;
    this.shared = shared;
    const { memory, maximum } = largestMemory(shared);
    this.memory = memory;
    this.maximum = maximum;
    this.kernels = instantiate(instructions, this.memory, shared);
    this.currentBuffer = this.memory.buffer;
    this.view32 = new Float32Array(this.currentBuffer);
    this.view64 = new Float64Array(this.currentBuffer);
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

  /** The address of new memory at the end, at a multiple of 64; undefined when there is no more. */
  extend(bytes: number): number | undefined {
    const address = this.end;
    const end = Math.ceil((address + bytes) / 64) * 64;
    if (end > this.currentBuffer.byteLength && !this.grow(end)) return undefined;
    this.end = end;
    return address;
  }

  /** Grows the memory to hold so many bytes, to twice its size where that is more. */
  private grow(bytes: number): boolean {
    const present = this.currentBuffer.byteLength;
    const doubled = Math.max(bytes, Math.min(2 * present, present + LARGEST_GROWTH));
    if (!this.tryGrow(doubled - present) && !this.tryGrow(bytes - present)) return false;
    this.currentBuffer = this.memory.buffer;
    this.view32 = new Float32Array(this.currentBuffer);
    this.view64 = new Float64Array(this.currentBuffer);
    return true;
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

function largestMemory(shared: boolean): { readonly memory: WebAssemblyMemory; readonly maximum: number } {
  const platform = webAssembly();
  if (platform === undefined) throw new Error("expected a platform with WebAssembly");
  let failure: unknown;
  for (const maximum of shared ? SHARED_MAXIMUM : UNSHARED_SIZE) {
    try {
      const memory = new platform.Memory({ initial: shared ? INITIAL_PAGES : maximum, maximum, shared });
      return { memory, maximum: maximum * PAGE };
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
