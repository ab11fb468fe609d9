import type { DType } from "../dtype/DType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { defaultGenerator } from "../random/defaultGenerator.ts";
import { bernoulliFill, fillInto, integerFill, normalFill, uniformFill } from "../random/fills.ts";
import type { Generator } from "../random/Generator.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorProducts } from "./TensorProducts.ts";

/** Where random numbers come from; the default generator when left out. */
export interface RandomOptions {
  readonly generator?: Generator;
}

/**
 * Random fills, in row-major order, each element as the {@link Generator} method of the same name gives it. Arguments
 * are first rounded to the tensor's dtype, as in Torch. The sixth of the layers of {@link Tensor}.
 */
export abstract class TensorRandom<D extends DType = DType> extends TensorProducts<D> {
  /** Numbers uniform in [from, to). */
  uniform(from = 0, to = 1, options?: RandomOptions): this {
    fillInto("uniform", uniformFill, this, generatorOf(options), this.rounded(from), this.rounded(to));
    return this;
  }

  /** Normal numbers. */
  normal(mean = 0, standardDeviation = 1, options?: RandomOptions): this {
    const spread = this.rounded(standardDeviation);
    if (!(spread > 0)) {
      throw new ArgumentError(`normal: expected a standard deviation above 0, got ${standardDeviation}`);
    }
    fillInto("normal", normalFill, this, generatorOf(options), this.rounded(mean), spread);
    return this;
  }

  /** 1 with probability p, else 0. */
  bernoulli(p = 0.5, options?: RandomOptions): this {
    if (!(p >= 0 && p <= 1)) throw new ArgumentError(`bernoulli: expected a probability from 0 to 1, got ${p}`);
    fillInto("bernoulli", bernoulliFill, this, generatorOf(options), p, 0);
    return this;
  }

  /**
   * Whole numbers: with `(from, to)` from `from` to `to`, both included; with `(count)` from 0 to `count − 1`; without
   * arguments from 0 to the largest that the dtype holds exactly.
   */
  random(): this;
  random(count: number, options?: RandomOptions): this;
  random(from: number, to: number, options?: RandomOptions): this;
  random(first?: number, second?: number | RandomOptions, third?: RandomOptions): this {
    const generator = generatorOf(typeof second === "object" ? second : third);
    const from = typeof second === "number" ? (first ?? 0) : 0;
    const to = typeof second === "number" ? second : (first ?? exactRange[this.dtype]) - 1;
    if (!Number.isInteger(from) || !Number.isInteger(to) || to < from) {
      throw new ArgumentError(`random: expected a range of at least one whole number, got ${from} to ${to}`);
    }
    fillInto("random", integerFill, this, generator, from, to);
    return this;
  }

  private rounded(value: number): number {
    return this.dtype === "float32" ? Math.fround(value) : value;
  }
}

const exactRange: Readonly<Record<DType, number>> = {
  float64: 2 ** 53 + 1,
  float32: 2 ** 24 + 1,
  int32: 2 ** 31,
  int16: 2 ** 15,
  int8: 2 ** 7,
  uint8: 2 ** 8,
};

function generatorOf(options?: RandomOptions): Generator {
  return options?.generator ?? defaultGenerator();
}
