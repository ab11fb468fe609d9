import type { TypedArray } from "../dtype/DType.ts";
import { mergeSort } from "./mergeSort.ts";
import { quickselect } from "./quickselect.ts";

/**
 * One run of elements with their positions, copied out of a tensor to be put in order. The same object serves many runs:
 * its memory grows to the longest and stays.
 */
export class Run {
  /** How many elements there are. */
  count = 0;
  /** The elements, in the order so far. */
  keys: Float64Array = new Float64Array(0);
  /** Where each of the keys was in the tensor's run. */
  order: Int32Array = new Int32Array(0);

  private hasNaN = false;
  private spareKeys = new Float64Array(0);
  private spareOrder = new Int32Array(0);

  /** Takes over a run. */
  load(count: number, x: TypedArray, at: number, stride: number): void {
    this.reserve(count);
    const { keys, order } = this;
    let hasNaN = false;
    for (let i = 0; i < count; i++, at += stride) {
      const key = x[at];
      if (Number.isNaN(key)) hasNaN = true;
      keys[i] = key;
      order[i] = i;
    }
    this.count = count;
    this.hasNaN = hasNaN;
  }

  /**
   * Sorts a part of the keys, the whole when left out; equal ones stay in the order they are in. NaN counts as larger
   * than all numbers; −0 equals 0.
   */
  sort(descending: boolean, from = 0, to: number = this.count): void {
    let first = from;
    let last = to;
    if (this.hasNaN) {
      const numbers = this.separateNaN(descending, from, to);
      if (descending) first = to - numbers;
      else last = from + numbers;
    }
    if (descending) this.negate(first, last);
    mergeSort(this.keys, this.order, this.spareKeys, this.spareOrder, first, last);
    if (descending) this.negate(first, last);
  }

  /** Moves key k of the ascending order to its place, what is not larger before it, what is not smaller behind it. */
  select(k: number): void {
    if (this.hasNaN) this.sort(false);
    else quickselect(this.keys, this.order, this.count, k);
  }

  private reserve(count: number): void {
    if (count <= this.keys.length) return;
    this.keys = new Float64Array(count);
    this.order = new Int32Array(count);
    this.spareKeys = new Float64Array(count);
    this.spareOrder = new Int32Array(count);
  }

  /** Moves NaN to the end, or to the beginning, without changing the order otherwise. Returns how many numbers there are. */
  private separateNaN(first: boolean, from: number, to: number): number {
    const { keys, order, spareKeys, spareOrder } = this;
    let numbers = 0;
    for (let i = from; i < to; i++) if (!Number.isNaN(keys[i])) numbers += 1;
    let nextNumber = first ? to - numbers : from;
    let nextNaN = first ? from : from + numbers;
    for (let i = from; i < to; i++) {
      const next = Number.isNaN(keys[i]) ? nextNaN++ : nextNumber++;
      spareKeys[next] = keys[i];
      spareOrder[next] = order[i];
    }
    for (let i = from; i < to; i++) {
      keys[i] = spareKeys[i];
      order[i] = spareOrder[i];
    }
    return numbers;
  }

  private negate(from: number, to: number): void {
    for (let i = from; i < to; i++) this.keys[i] = -this.keys[i];
  }
}
