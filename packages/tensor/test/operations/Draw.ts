import { type DType, Generator, Tensor } from "../../src/index.ts";

/** Random sizes and dense tensors for one trial of an operation. */
export class Draw {
  /** The dtype of the trial. */
  readonly dtype: DType;
  private readonly generator: Generator;

  constructor(seed: number, dtype: DType) {
    this.generator = new Generator(seed);
    this.dtype = dtype;
  }

  /** A whole number from `from` to `to`, both included. */
  integer(from: number, to: number): number {
    return this.generator.random(from, to);
  }

  /** A size of so many dimensions, each from 1 to `most`; of 1 to 4 dimensions when left out. */
  size(dimensions: number = this.integer(1, 4), most = 4): number[] {
    return Array.from({ length: dimensions }, () => this.integer(1, most));
  }

  /** A dense tensor of the trial's dtype: floats from `from` to `to`, or whole numbers in that range. */
  tensor(size: readonly number[] = this.size(), from = -3, to = 3): Tensor {
    const tensor = new Tensor(size, { dtype: this.dtype });
    const least = this.dtype === "uint8" ? Math.max(0, from) : from;
    return tensor.isFloat()
      ? tensor.uniform(least, to, { generator: this.generator })
      : tensor.random(Math.ceil(least), Math.floor(to), { generator: this.generator });
  }

  /** A dense int32 tensor of indices below `extent`. */
  indices(size: readonly number[], extent: number): Tensor<"int32"> {
    return new Tensor(size, { dtype: "int32" }).random(0, extent - 1, { generator: this.generator });
  }

  /** A dense uint8 tensor of zeros and ones. */
  mask(size: readonly number[]): Tensor<"uint8"> {
    return new Tensor(size, { dtype: "uint8" }).bernoulli(0.5, { generator: this.generator });
  }
}
