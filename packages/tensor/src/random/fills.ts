import type { TypedArray } from "../dtype/DType.ts";
import { checkDestination } from "../elementwise/check.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
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
  checkDestination(name, z);
  if (z.nElement() === 0) return;
  loop.begin(z.size(), z.stride(), z.stride(), z.stride());
  do kernel(loop.count, z.storage().data, z.storageOffset() + loop.z, loop.zStride, generator, a, b);
  while (loop.advance());
}

/** Uniform in [a, b). */
export const uniformFill: FillKernel = (count, z, at, stride, generator, a, b) => {
  for (let i = 0; i < count; i++, at += stride) z[at] = generator.uniform(a, b);
};

/** Normal with mean a and standard deviation b. */
export const normalFill: FillKernel = (count, z, at, stride, generator, a, b) => {
  for (let i = 0; i < count; i++, at += stride) z[at] = generator.normal(a, b);
};

/** 1 with probability a, else 0. */
export const bernoulliFill: FillKernel = (count, z, at, stride, generator, a) => {
  for (let i = 0; i < count; i++, at += stride) z[at] = generator.bernoulli(a);
};

/** Whole numbers from a to b, both included. */
export const integerFill: FillKernel = (count, z, at, stride, generator, a, b) => {
  for (let i = 0; i < count; i++, at += stride) z[at] = generator.random(a, b);
};
