import type { FloatArray, ResidentBlock, ResidentMemory } from "@rushlight/tensor";
import type { NativeLoader, Pointer } from "./NativeLoader.ts";

/**
 * Where arrays lie.
 *
 * Resident memory stays where it is and lives as long as the backend: an element of it is an address, which costs an
 * addition. Any other array is passed itself, so that it can not be collected before the function returns.
 */
export class Pointers {
  private readonly loader: NativeLoader;
  /** A block of the resident memory, to know the memory by. */
  private readonly block: ResidentBlock<"float32"> | undefined;
  /** Whether threads share that memory. */
  private readonly shared: boolean;
  private buffer: ArrayBufferLike | undefined;
  /** Addresses of resident arrays: to look one up takes a fraction of the time that asking an array for its buffer does. */
  private readonly known = new WeakMap<FloatArray, number>();

  constructor(loader: NativeLoader, memory: ResidentMemory | undefined) {
    this.loader = loader;
    this.block = memory?.allocate("float32", 1);
    this.buffer = this.block?.elements.buffer;
    this.shared = this.buffer instanceof SharedArrayBuffer;
  }

  /** The address of the first element of an array that lies in resident memory; 0 for any other array. */
  addressOf(array: FloatArray): number {
    return this.known.get(array) ?? this.find(array);
  }

  private find(array: FloatArray): number {
    const { buffer } = array;
    if (buffer !== this.buffer) {
      // Memory that has grown is another buffer, of the same kind.
      if (buffer instanceof SharedArrayBuffer !== this.shared) return 0;
      this.buffer = this.block?.elements.buffer;
      if (buffer !== this.buffer) return 0;
    }
    const address = this.loader.address(array);
    this.known.set(array, address);
    return address;
  }
}

/** A pointer to an element of an array, from the address of the array, which is 0 when it is not resident. */
export function pointerTo(address: number, array: FloatArray, element: number, size: number): Pointer {
  if (address !== 0) return address + element * size;
  return element === 0 ? array : array.subarray(element);
}
