import { checkTensor, floatOnly } from "../elementwise/check.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { hasFloats } from "../layout/StridedElements.ts";
import { formatSize, type Size } from "../shape/size.ts";
import type { Generator } from "./Generator.ts";

/**
 * The size of a multinomial sample, once its arguments are right: `[C]` → `[count]`, `[N, C]` → `[N, count]`.
 *
 * @throws ArgumentError, DTypeError or ShapeError when they are not
 */
export function multinomialSize(p: StridedElements, count: number, replacement: boolean): Size {
  checkTensor("multinomial", p);
  if (!hasFloats(p)) throw floatOnly("multinomial", p);
  const size = p.size();
  if (size.length !== 1 && size.length !== 2) {
    throw new ShapeError(`multinomial: expected probabilities [C] or [N, C], got ${formatSize(size)}`);
  }
  if (!Number.isInteger(count) || count < 1) {
    throw new ArgumentError(`multinomial: expected a count of at least 1, got ${count}`);
  }
  for (let row = 0; row < rowsOf(p); row++) checkRow(p, row, replacement ? 0 : count);
  return size.length === 1 ? [count] : [size[0], count];
}

/** Draws `count` categories for each row of probabilities. Bit-exact to Torch7. */
export function drawMultinomial(
  p: StridedElements,
  count: number,
  replacement: boolean,
  generator: Generator,
  result: StridedElements<"int32">,
): void {
  const categories = p.size()[p.size().length - 1];
  const cumulative = new Float64Array(categories);
  const left = new Uint8Array(categories);
  const samples = result.storage().data;
  const stride = result.stride();
  const step = stride[stride.length - 1];
  for (let row = 0; row < rowsOf(p); row++) {
    accumulate(p, row, cumulative, left);
    let at = result.storageOffset() + (stride.length === 2 ? row * stride[0] : 0);
    for (let i = 0; i < count; i++, at += step) {
      cumulative[categories - 1] = 1;
      const found = firstNotBelow(cumulative, generator.uniform());
      const sample = replacement ? found : nearestLeft(left, found);
      samples[at] = sample;
      if (!replacement) takeOut(cumulative, left, sample);
    }
  }
}

/** The probabilities of a row, added up and divided by their sum; which of them are not 0. */
function accumulate(p: StridedElements, row: number, cumulative: Float64Array, left: Uint8Array): void {
  const data = p.storage().data;
  const step = categoryStride(p);
  let sum = 0;
  for (let c = 0, at = rowStart(p, row); c < cumulative.length; c++, at += step) {
    sum += data[at];
    cumulative[c] = sum;
    left[c] = data[at] > 0 ? 1 : 0;
  }
  for (let c = 0; c < cumulative.length; c++) cumulative[c] /= sum;
}

function firstNotBelow(cumulative: Float64Array, uniform: number): number {
  let low = 0;
  let high = cumulative.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cumulative[middle] < uniform) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The category itself, or the nearest one that is left: what taking categories out loses to rounding must not let one be
 * drawn twice.
 */
function nearestLeft(left: Uint8Array, category: number): number {
  for (let c = category; c < left.length; c++) if (left[c] === 1) return c;
  for (let c = category - 1; c > 0; c--) if (left[c] === 1) return c;
  return 0;
}

/** Takes the probability of a category out of the sums and divides them by what remains. */
function takeOut(cumulative: Float64Array, left: Uint8Array, category: number): void {
  left[category] = 0;
  const probability = cumulative[category] - (category === 0 ? 0 : cumulative[category - 1]);
  const rest = 1 - probability;
  for (let c = 0; c < cumulative.length; c++) {
    cumulative[c] = (c >= category ? cumulative[c] - probability : cumulative[c]) / rest;
  }
}

function checkRow(p: StridedElements, row: number, least: number): void {
  const data = p.storage().data;
  const categories = p.size()[p.size().length - 1];
  const step = categoryStride(p);
  let possible = 0;
  for (let c = 0, at = rowStart(p, row); c < categories; c++, at += step) {
    if (!(data[at] >= 0 && data[at] < Number.POSITIVE_INFINITY)) {
      throw new ArgumentError(`multinomial: expected probabilities of 0 or more, got ${data[at]}`);
    }
    if (data[at] > 0) possible++;
  }
  if (possible === 0) throw new ArgumentError("multinomial: expected a probability above 0, got zeros alone");
  if (possible < least) {
    throw new ArgumentError(
      `multinomial: expected at most ${possible} draws without replacement from ${possible} possible categories, got ${least}`,
    );
  }
}

function rowsOf(p: StridedElements): number {
  return p.size().length === 2 ? p.size()[0] : 1;
}

function rowStart(p: StridedElements, row: number): number {
  return p.storageOffset() + (p.size().length === 2 ? row * p.stride()[0] : 0);
}

function categoryStride(p: StridedElements): number {
  return p.stride()[p.stride().length - 1];
}
