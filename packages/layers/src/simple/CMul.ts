import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { formatSize, type Size, type SizeArguments, sizeOf, Tensor } from "@rushlight/tensor";

/**
 * Element-wise multiplication by a learned weight: y = w∘x. Torch's `nn.CMul`.
 *
 * Shapes, for a weight of the given sizes:
 * - an input with as many elements as the weight: element by element in order;
 * - an input with as many dimensions as the weight: the weight is expanded where its size is 1;
 * - a batch `[N, ...]` whose samples have as many elements as the weight: sample by sample.
 *
 * `weight` is drawn uniform from ±1/√(number of its elements).
 *
 * @example
 * ```ts
 * import { CMul } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const scale = new CMul(2);
 * scale.weight.copy(tensor([2, 3]));
 * console.log(scale.forward(tensor([[1, 1], [10, 10]])).toArray()); // [ [ 2, 3 ], [ 20, 30 ] ]
 * ```
 */
export class CMul extends Module {
  override weight: Tensor;
  override gradWeight: Tensor;
  private products = new Tensor([], { resident: true });
  private sums: [Tensor, Tensor] = [new Tensor([], { resident: true }), new Tensor([], { resident: true })];

  /**
   * @param size the sizes of the weight, one by one or as one array
   * @throws ShapeError for sizes below 1
   */
  constructor(...size: SizeArguments) {
    super();
    this.weight = new Tensor(sizeOf(size), { resident: true });
    this.gradWeight = new Tensor(sizeOf(size), { resident: true });
    this.reset();
  }

  /** Draws the weight anew: uniform with the given standard deviation, or from ±1/√(number of its elements). */
  override reset(standardDeviation?: number): this {
    const bound =
      standardDeviation === undefined ? 1 / Math.sqrt(this.weight.nElement()) : standardDeviation * Math.sqrt(3);
    this.weight.uniform(-bound, bound);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    const [size, weightSize] = this.align(input);
    return timesWeight(this.output.resizeAs(input).copy(input), size, this.weight.view(weightSize));
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    const [size, weightSize] = this.align(input);
    checkGradOutput(this, gradOutput, input);
    return timesWeight(this.gradInput.resizeAs(input).copy(gradOutput), size, this.weight.view(weightSize));
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    const [size, weightSize] = this.align(input);
    checkGradOutput(this, gradOutput, input);
    let sum = this.products.resizeAs(input).copy(input).cmul(gradOutput).view(size);
    let buffer = 0;
    for (let d = 0; d < size.length; d++) {
      if (weightSize[d] === size[d]) continue;
      sum = sum.sum(d, { out: this.sums[buffer] });
      buffer = 1 - buffer;
    }
    this.gradWeight.view(weightSize).add(scale, sum);
  }

  override clearState(): this {
    this.products = emptied(this.products);
    this.sums = emptied(this.sums);
    return super.clearState();
  }

  override describe(): string {
    return `CMul(${this.weight.size().join("x")})`;
  }

  /** The sizes under which to see the input and the weight, so that the weight expands to the input. */
  private align(input: Tensor): [size: Size, weightSize: Size] {
    checkInputDType(this, input, this.weight.dtype);
    const count = this.weight.nElement();
    const weightSize = this.weight.size();
    if (input.nElement() === count) return [weightSize, weightSize];
    if (input.dim() === weightSize.length && weightSize.every((n, d) => n === 1 || n === input.size(d))) {
      return [input.size(), weightSize];
    }
    if (input.dim() > 1 && input.nElement() === input.size(0) * count) {
      return [
        [input.size(0), count],
        [1, count],
      ];
    }
    throw inputSizeError(
      this,
      `${formatSize(weightSize)}, sizes that it expands to, or a batch of samples of ${count} elements`,
      input,
    );
  }
}

function timesWeight(target: Tensor, size: Size, weight: Tensor): Tensor {
  target.view(size).cmul(weight.expand(size));
  return target;
}
