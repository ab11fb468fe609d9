import type { DType } from "../dtype/DType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { exactRange } from "../random/exactRange.ts";
import {
  bernoulliFill,
  bernoulliFrom,
  cauchyFill,
  exponentialFill,
  fillFloats,
  fillInto,
  geometricFill,
  integerFill,
  logNormalFill,
  normalFill,
  uniformFill,
} from "../random/fills.ts";
import { checkPositive, checkProbability, checkProperProbability } from "../random/Generator.ts";
import { generatorOf, type RandomOptions } from "./RandomOptions.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorProducts } from "./TensorProducts.ts";

/**
 * Random fills, in row-major order, each element as the {@link Generator} method of the same name gives it. As in Torch,
 * the arguments are first rounded to the tensor's dtype, except probabilities; integer tensors have `random`, `bernoulli`
 * and `geometric` alone. An empty tensor draws nothing. One of the layers of {@link Tensor}.
 */
export abstract class TensorRandom<D extends DType = DType> extends TensorProducts<D> {
  /**
   * Numbers uniform in [from, to), one word each.
   *
   * @throws DTypeError for integer tensors
   * @example
   * ```ts
   * import { Generator, zeros } from "@rushlight/tensor";
   *
   * const x = zeros([2], { dtype: "float64" }).uniform(0, 1, { generator: new Generator(0) });
   * console.log(x.toArray()); // [ 0.548813502304256, 0.5928446163889021 ]
   * ```
   */
  uniform(from = 0, to = 1, options: RandomOptions = {}): this {
    fillFloats("uniform", uniformFill, this, generatorOf("uniform", options), from, to);
    return this;
  }

  /**
   * Normal numbers, two words for a pair of them.
   *
   * @throws ArgumentError unless the standard deviation is above 0
   * @throws DTypeError for integer tensors
   * @example
   * ```ts
   * import { Generator, zeros } from "@rushlight/tensor";
   *
   * const x = zeros(3).normal(10, 2, { generator: new Generator(123) });
   * console.log(String(x.round().toArray())); // 9,7,10
   * ```
   */
  normal(mean = 0, standardDeviation = 1, options: RandomOptions = {}): this {
    const generator = generatorOf("normal", options);
    checkPositive("normal", "standard deviation", standardDeviation);
    fillFloats("normal", normalFill, this, generator, mean, standardDeviation);
    return this;
  }

  /**
   * Exponential numbers, −ln(1 − u) / rate: of mean 1 / rate. One word each.
   *
   * @throws ArgumentError unless the rate is above 0
   * @throws DTypeError for integer tensors
   * @example
   * ```ts
   * import { Generator, zeros } from "@rushlight/tensor";
   *
   * const x = zeros(1000).exponential(4, { generator: new Generator(1) });
   * console.log(x.mean().toFixed(1), x.min() >= 0); // 0.2 true
   * ```
   */
  exponential(rate: number, options: RandomOptions = {}): this {
    const generator = generatorOf("exponential", options);
    checkPositive("exponential", "rate", rate);
    fillFloats("exponential", exponentialFill, this, generator, rate, 0);
    return this;
  }

  /**
   * Cauchy numbers, median + scale·tan(π(u − ½)), one word each.
   *
   * @throws DTypeError for integer tensors
   * @example
   * ```ts
   * import { Generator, zeros } from "@rushlight/tensor";
   *
   * const x = zeros(2).cauchy(5, 1, { generator: new Generator(123) });
   * console.log(x.mul(10).round().toArray()); // [ 57, 58 ]
   * ```
   */
  cauchy(median = 0, scale = 1, options: RandomOptions = {}): this {
    fillFloats("cauchy", cauchyFill, this, generatorOf("cauchy", options), median, scale);
    return this;
  }

  /**
   * The exponentials of normal numbers of this mean and standard deviation, two words for a pair of them.
   *
   * @throws ArgumentError unless the standard deviation is above 0
   * @throws DTypeError for integer tensors
   * @example
   * ```ts
   * import { Generator, zeros } from "@rushlight/tensor";
   *
   * const x = zeros(1000).logNormal(0, 1, { generator: new Generator(1) });
   * console.log(x.min() > 0, x.log().mean().toFixed(1)); // true 0.0
   * ```
   */
  logNormal(mean = 1, standardDeviation = 2, options: RandomOptions = {}): this {
    const generator = generatorOf("logNormal", options);
    checkPositive("logNormal", "standard deviation", standardDeviation);
    fillFloats("logNormal", logNormalFill, this, generator, mean, standardDeviation);
    return this;
  }

  /**
   * Whole numbers from 1 up with P(i) = (1 − p)·pⁱ⁻¹, one word each.
   *
   * @throws ArgumentError unless 0 < p < 1
   * @example
   * ```ts
   * import { Generator, zeros } from "@rushlight/tensor";
   *
   * console.log(zeros(6).geometric(0.3, { generator: new Generator(123) }).toArray()); // [ 1, 2, 1, 1, 1, 1 ]
   * ```
   */
  geometric(p: number, options: RandomOptions = {}): this {
    const generator = generatorOf("geometric", options);
    checkProperProbability("geometric", p);
    fillInto("geometric", geometricFill, this, generator, p, 0);
    return this;
  }

  /**
   * 1 with probability p, else 0; one word each. A float tensor of the same size gives each element a probability of its
   * own.
   *
   * @throws ArgumentError unless 0 ≤ p ≤ 1 everywhere; nothing is drawn then
   * @throws ShapeError when the probabilities have another size
   * @example
   * ```ts
   * import { Generator, tensor, zeros } from "@rushlight/tensor";
   *
   * const generator = new Generator(123);
   * console.log(zeros(8).bernoulli(0.5, { generator }).toArray().join(" ")); // 0 0 1 1 1 0 0 0
   * console.log(zeros(2).bernoulli(tensor([0, 1]), { generator }).toArray()); // [ 0, 1 ]
   * ```
   */
  bernoulli(p: number | Tensor = 0.5, options: RandomOptions = {}): this {
    const generator = generatorOf("bernoulli", options);
    if (typeof p === "number") {
      checkProbability("bernoulli", p);
      fillInto("bernoulli", bernoulliFill, this, generator, p, 0);
    } else {
      bernoulliFrom("bernoulli", p, this, generator);
    }
    return this;
  }

  /**
   * Whole numbers, one word each: with `(from, to)` from `from` to `to`, both included; with `(count)` from 0 to
   * `count − 1`; without arguments from 0 to the largest that the dtype holds exactly.
   *
   * @throws ArgumentError unless the range holds a whole number
   * @example
   * ```ts
   * import { Generator, zeros } from "@rushlight/tensor";
   *
   * const dice = zeros([6], { dtype: "int32" }).random(1, 6, { generator: new Generator(123) });
   * console.log(dice.toArray().join(" ")); // 5 2 1 1 5 3
   * ```
   */
  random(options?: RandomOptions): this;
  random(count: number, options?: RandomOptions): this;
  random(from: number, to: number, options?: RandomOptions): this;
  random(first?: number | RandomOptions, second?: number | RandomOptions, third?: RandomOptions): this {
    const options = [first, second, third].find((argument) => typeof argument === "object");
    const generator = generatorOf("random", options ?? {});
    const end = typeof first === "number" ? first : exactRange[this.dtype];
    const [from, to] = typeof second === "number" ? [end, second] : [0, end - 1];
    if (!Number.isInteger(from) || !Number.isInteger(to) || to < from) {
      throw new ArgumentError(`random: expected a range of at least one whole number, got ${from} to ${to}`);
    }
    fillInto("random", integerFill, this, generator, from, to);
    return this;
  }
}
