import type { DType, ResidentBlock, TypedArrayOf } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";

/** Keeps a block from being freed for as long as an array that shows it can be reached. */
const keepers = new WeakMap<object, object>();

/** Elements in an engine's memory. */
export class Block<D extends DType> implements ResidentBlock<D> {
  private readonly engine: Engine;
  private readonly dtype: D;
  private readonly address: number;
  private readonly length: number;
  private array: TypedArrayOf<D>;

  constructor(engine: Engine, dtype: D, address: number, length: number) {
    this.engine = engine;
    this.dtype = dtype;
    this.address = address;
    this.length = length;
    this.array = this.show(0, length);
  }

  /** The elements. Another array after the memory has grown. */
  get elements(): TypedArrayOf<D> {
    if (this.array.buffer !== this.engine.buffer) this.array = this.show(0, this.length);
    return this.array;
  }

  /** The elements from `start` up to but not `end`. */
  part(start: number, end: number): TypedArrayOf<D> {
    return this.show(start, end);
  }

  /** Sets all elements to 0. */
  clear(): void {
    this.array.fill(0);
  }

  private show(start: number, end: number): TypedArrayOf<D> {
    const address = this.address + start * bytesOf(this.dtype);
    const array = arrayAt(this.dtype, this.engine.buffer, address, end - start);
    keepers.set(array, this);
    return array;
  }
}

const constructors: {
  readonly [D in DType]: {
    new (buffer: ArrayBufferLike, byteOffset: number, length: number): TypedArrayOf<D>;
    readonly BYTES_PER_ELEMENT: number;
  };
} = {
  float64: Float64Array,
  float32: Float32Array,
  int32: Int32Array,
  int16: Int16Array,
  int8: Int8Array,
  uint8: Uint8Array,
};

/** How many bytes an element takes. */
export function bytesOf(dtype: DType): number {
  return constructors[dtype].BYTES_PER_ELEMENT;
}

function arrayAt<D extends DType>(dtype: D, buffer: ArrayBufferLike, address: number, length: number): TypedArrayOf<D> {
  return new constructors[dtype](buffer, address, length);
}
