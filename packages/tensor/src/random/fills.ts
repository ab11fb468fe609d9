import type { TypedArray } from "../dtype/DType.ts";
import { checkNumber, checkSameSize, checkTensor, floatOnly } from "../elementwise/check.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { hasFloats, type StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { checkDestination } from "../overlap/overlap.ts";
import { separate } from "../overlap/separate.ts";
import type { Generator } from "./Generator.ts";

/** Draws a run of elements, each from a distribution with up to two numbers. */
export type FillKernel = (
  count: number,
  z: TypedArray,
  at: number,
  stride: number,
  generator: Generator,
  a: number,
  b: number,
) => void;

const loop = new StridedLoop();

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
  do kernel(loop.count, z.storage().data, z.storageOffset() + loop.z, loop.zStride, generator, a, b);
  while (loop.advance());
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
  const to = z.storage().data;
  loop.begin(z.size(), probabilities.stride(), z.stride(), z.stride());
  do checkProbabilities(name, loop.count, from, probabilities.storageOffset() + loop.x, loop.xStride);
  while (loop.advance());
  loop.begin(z.size(), probabilities.stride(), z.stride(), z.stride());
  do {
    let ix = probabilities.storageOffset() + loop.x;
    let iz = z.storageOffset() + loop.z;
    for (let i = 0; i < loop.count; i++, ix += loop.xStride, iz += loop.zStride) to[iz] = generator.bernoulli(from[ix]);
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
export const uniformFill: FillKernel = (count, z, at, stride, generator, a, b) => {
  for (let i = 0; i < count; i++, at += stride) z[at] = generator.uniform(a, b);
};

/** Normal with mean a and standard deviation b. */
export const normalFill: FillKernel = (count, z, at, stride, generator, a, b) => {
  for (let i = 0; i < count; i++, at += stride) z[at] = generator.normal(a, b);
};

/** Exponential with rate a. */
export const exponentialFill: FillKernel = (count, z, at, stride, generator, a) => {
  for (let i = 0; i < count; i++, at += stride) z[at] = generator.exponential(a);
};

/** Cauchy with median a and scale b. */
export const cauchyFill: FillKernel = (count, z, at, stride, generator, a, b) => {
  for (let i = 0; i < count; i++, at += stride) z[at] = generator.cauchy(a, b);
};

/** The exponential of normal numbers with mean a and standard deviation b. */
export const logNormalFill: FillKernel = (count, z, at, stride, generator, a, b) => {
  for (let i = 0; i < count; i++, at += stride) z[at] = generator.logNormal(a, b);
};

/** Geometric with probability a. */
export const geometricFill: FillKernel = (count, z, at, stride, generator, a) => {
  for (let i = 0; i < count; i++, at += stride) z[at] = generator.geometric(a);
};

/** 1 with probability a, else 0. */
export const bernoulliFill: FillKernel = (count, z, at, stride, generator, a) => {
  for (let i = 0; i < count; i++, at += stride) z[at] = generator.bernoulli(a);
};

/** Whole numbers from a to b, both included. */
export const integerFill: FillKernel = (count, z, at, stride, generator, a, b) => {
  for (let i = 0; i < count; i++, at += stride) z[at] = generator.random(a, b);
};
