import type { DType, ResidentBlock, TypedArrayOf } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { guard, type Keeper, keepBy } from "./guard.ts";

/** Elements in an engine's memory. */
export class Block<D extends DType> implements ResidentBlock<D>, Keeper {
  private readonly engine: Engine;
  private readonly dtype: D;
  private readonly address: number;
  private readonly length: number;
  private readonly pins: Set<Keeper>;
  private array: TypedArrayOf<D>;

  /** @param pins where a block that is pinned goes: what they hold is never freed */
  constructor(engine: Engine, dtype: D, address: number, length: number, pins: Set<Keeper>) {
    this.engine = engine;
    this.dtype = dtype;
    this.address = address;
    this.length = length;
    this.pins = pins;
    this.array = this.show();
  }

  /** The elements, for kernels. Another array after the memory has grown. */
  get elements(): TypedArrayOf<D> {
    if (this.array.buffer !== this.engine.buffer) this.array = this.show();
    return this.array;
  }

  /** The elements from `start` up to but not `end`, for whoever may derive other arrays from that. */
  part(start: number, end: number): TypedArrayOf<D> {
    const address = this.address + start * bytesOf(this.dtype);
    return guard(arrayAt(this.dtype, this.engine.buffer, address, end - start), this);
  }

  /** Keeps it from ever being freed. */
  pin(): void {
    this.pins.add(this);
  }

  /** Sets all elements to 0. */
  clear(): void {
    // Blocks end at multiples of more than four bytes: what is cleared behind the last element belongs to this one.
    this.engine.kernels.fill_f32(Math.ceil((this.length * bytesOf(this.dtype)) / 4), this.address, 0);
  }

  private show(): TypedArrayOf<D> {
    const array = arrayAt(this.dtype, this.engine.buffer, this.address, this.length);
    keepBy(array, this);
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
