import { Criterion } from "@rushlight/module";
import { checkOptions, DTypeError, formatSize, ShapeError, Tensor } from "@rushlight/tensor";

/** Options of criterions that can average. */
export interface SizeAverageOptions {
  /** Whether the loss is a mean rather than a sum; true when left out. */
  readonly sizeAverage?: boolean;
}

const optionNames: readonly (keyof SizeAverageOptions)[] = ["sizeAverage"];

/**
 * The mean squared error: Σ (x − t)² / n over all n elements; without averaging the sum. Torch's `nn.MSECriterion`.
 *
 * The target has as many elements as the input, which correspond in row-major order. Gradient: 2·(x − t) / n.
 *
 * @example
 * ```ts
 * import { MSECriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new MSECriterion();
 * console.log(criterion.forward(tensor([1, 2]), tensor([1, 4]))); // 2
 * console.log(criterion.backward(tensor([1, 2]), tensor([1, 4])).toArray()); // [ 0, -2 ]
 * ```
 */
export class MSECriterion extends Criterion {
  sizeAverage: boolean;
  private difference = new Tensor([], { resident: true });

  /** @throws ArgumentError for options that do not exist */
  constructor(options: SizeAverageOptions = {}) {
    super();
    checkOptions("MSECriterion", options, optionNames);
    this.sizeAverage = options.sizeAverage ?? true;
  }

  override updateOutput(input: Tensor, target: Tensor): number {
    const difference = this.subtract(this.difference, input, target);
    this.output = difference.dot(difference) * this.factor(input);
    return this.output;
  }

  override updateGradInput(input: Tensor, target: Tensor): Tensor {
    return this.subtract(this.gradInput, input, target).mul(2 * this.factor(input));
  }

  private factor(input: Tensor): number {
    return this.sizeAverage ? 1 / input.nElement() : 1;
  }

  private subtract(result: Tensor, input: Tensor, target: Tensor): Tensor {
    if (input.dtype !== result.dtype || target.dtype !== result.dtype) {
      throw new DTypeError(
        `MSECriterion: expected a ${result.dtype} input and target, got ${input.dtype} and ${target.dtype}`,
      );
    }
    if (input.nElement() === 0 || target.nElement() !== input.nElement()) {
      throw new ShapeError(
        `MSECriterion: expected a target with as many elements as the input, got ${formatSize(target.size())} for ${formatSize(input.size())}`,
      );
    }
    const aligned = target.isSameSizeAs(input) ? target : target.contiguous().viewAs(input);
    return result.resizeAs(input).copy(input).add(-1, aligned);
  }
}
