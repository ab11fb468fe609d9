import type { TypedArray } from "../dtype/DType.ts";
import { checkNumber, checkSameSize, checkTensor, floatOnly } from "../elementwise/check.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { hasFloats, type StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { checkDestination } from "../overlap/overlap.ts";
import { separate } from "../overlap/separate.ts";
import type { Generator } from "./Generator.ts";

/** Draws numbers, each from a distribution with up to two numbers, into the beginning of an array. */
export type FillKernel = (count: number, drawn: Float64Array, generator: Generator, a: number, b: number) => void;

const loop = new StridedLoop();

/**
 * What is drawn goes here first: a loop that wrote to every kind of array itself would be slow for all of them. Short
 * enough to stay in the fastest cache.
 */
const drawn = new Float64Array(1024);

/** Fills a tensor in row-major order. `name` is what messages call the operation. */
export function fillInto(
  name: string,
  kernel: FillKernel,
  z: StridedElements,
  generator: Generator,
  a: number,
  b: number,
): void {
  checkNumber(name, a);
  checkNumber(name, b);
  checkDestination(name, z);
  if (z.nElement() === 0) return;
  loop.begin(z.size(), z.stride(), z.stride(), z.stride());
  do {
    for (let done = 0; done < loop.count; done += drawn.length) {
      const count = Math.min(drawn.length, loop.count - done);
      kernel(count, drawn, generator, a, b);
      store(count, z, loop.z + done * loop.zStride, loop.zStride);
    }
  } while (loop.advance());
}

/** Writes what was drawn to elements of a tensor. */
function store(count: number, z: StridedElements, first: number, stride: number): void {
  const data = z.storage().data;
  let at = z.storageOffset() + first;
  if (stride === 1) data.set(count === drawn.length ? drawn : drawn.subarray(0, count), at);
  else for (let i = 0; i < count; i++, at += stride) data[at] = drawn[i];
}

/**
 * {@link fillInto} for distributions of fractions, with their numbers rounded to the dtype first, as in Torch.
 *
 * @throws DTypeError for integers, which would lose the fractions
 */
export function fillFloats(
  name: string,
  kernel: FillKernel,
  z: StridedElements,
  generator: Generator,
  a: number,
  b: number,
): void {
  if (!hasFloats(z)) throw floatOnly(name, z);
  checkNumber(name, a);
  checkNumber(name, b);
  const single = z.dtype === "float32";
  fillInto(name, kernel, z, generator, single ? Math.fround(a) : a, single ? Math.fround(b) : b);
}

/**
 * z ← 1 with the probability of the same place, else 0, in row-major order.
 *
 * @throws ArgumentError, DTypeError or ShapeError for what are no probabilities; nothing is written or drawn then
 */
export function bernoulliFrom(name: string, p: StridedElements, z: StridedElements, generator: Generator): void {
  checkTensor(name, p);
  if (!hasFloats(p)) throw floatOnly(name, p);
  checkSameSize(name, z, p);
  checkDestination(name, z);
  if (z.nElement() === 0) return;
  const probabilities = separate(p, z);
  const from = probabilities.storage().data;
  loop.begin(z.size(), probabilities.stride(), z.stride(), z.stride());
  do checkProbabilities(name, loop.count, from, probabilities.storageOffset() + loop.x, loop.xStride);
  while (loop.advance());
  loop.begin(z.size(), probabilities.stride(), z.stride(), z.stride());
  do {
    for (let done = 0; done < loop.count; done += drawn.length) {
      const count = Math.min(drawn.length, loop.count - done);
      let ix = probabilities.storageOffset() + loop.x + done * loop.xStride;
      for (let i = 0; i < count; i++, ix += loop.xStride) drawn[i] = generator.bernoulli(from[ix]);
      store(count, z, loop.z + done * loop.zStride, loop.zStride);
    }
  } while (loop.advance());
}

function checkProbabilities(name: string, count: number, p: TypedArray, at: number, stride: number): void {
  for (let i = 0; i < count; i++, at += stride) {
    if (!(p[at] >= 0 && p[at] <= 1)) {
      throw new ArgumentError(`${name}: expected probabilities from 0 to 1, got ${p[at]}`);
    }
  }
}

/** Uniform in [a, b). */
export const uniformFill: FillKernel = (count, into, generator, a, b) => {
  for (let i = 0; i < count; i++) into[i] = generator.uniform(a, b);
};

/** Normal with mean a and standard deviation b. */
export const normalFill: FillKernel = (count, into, generator, a, b) => {
  for (let i = 0; i < count; i++) into[i] = generator.normal(a, b);
};

/** Exponential with rate a. */
export const exponentialFill: FillKernel = (count, into, generator, a) => {
  for (let i = 0; i < count; i++) into[i] = generator.exponential(a);
};

/** Cauchy with median a and scale b. */
export const cauchyFill: FillKernel = (count, into, generator, a, b) => {
  for (let i = 0; i < count; i++) into[i] = generator.cauchy(a, b);
};

/** The exponential of normal numbers with mean a and standard deviation b. */
export const logNormalFill: FillKernel = (count, into, generator, a, b) => {
  for (let i = 0; i < count; i++) into[i] = generator.logNormal(a, b);
};

/** Geometric with probability a. */
export const geometricFill: FillKernel = (count, into, generator, a) => {
  for (let i = 0; i < count; i++) into[i] = generator.geometric(a);
};

/** 1 with probability a, else 0. */
export const bernoulliFill: FillKernel = (count, into, generator, a) => {
  for (let i = 0; i < count; i++) into[i] = generator.bernoulli(a);
};

/** Whole numbers from a to b, both included. */
export const integerFill: FillKernel = (count, into, generator, a, b) => {
  for (let i = 0; i < count; i++) into[i] = generator.random(a, b);
};
