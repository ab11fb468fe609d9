import { checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { formatSize, type Size, Tensor } from "@rushlight/tensor";

/** The sizes under which to see an input and a parameter, so that the parameter expands to the input. */
export type Alignment = readonly [size: Size, parameterSize: Size];

/**
 * A layer with one parameter that meets its input element by element:
 * - an input with as many elements as the parameter: in order;
 * - an input with as many dimensions as the parameter: the parameter is expanded where its size is 1;
 * - a batch `[N, ...]` whose samples have as many elements as the parameter: sample by sample.
 */
export abstract class AlignedParameter extends Module {
  /** A tensor of the input's size to compute in. */
  protected scratch: Tensor = new Tensor([], { resident: true });
  private sums: [Tensor, Tensor] = [new Tensor([], { resident: true }), new Tensor([], { resident: true })];

  /** Where the elements of an input meet those of a parameter. */
  protected align(input: Tensor, parameter: Tensor): Alignment {
    checkInputDType(this, input, parameter.dtype);
    const count = parameter.nElement();
    const size = parameter.size();
    if (input.nElement() === count) return [size, size];
    if (input.dim() === size.length && size.every((n, d) => n === 1 || n === input.size(d))) {
      return [input.size(), size];
    }
    if (input.dim() > 1 && input.nElement() === input.size(0) * count) {
      return [
        [input.size(0), count],
        [1, count],
      ];
    }
    throw inputSizeError(
      this,
      `${formatSize(size)}, sizes that it expands to, or a batch of samples of ${count} elements`,
      input,
    );
  }

  /** gradient ← gradient + scale·(the sums of contiguous terms over the dimensions in which the parameter expands). */
  protected accumulate(gradient: Tensor, scale: number, terms: Tensor, [size, parameterSize]: Alignment): void {
    let sum = terms.view(size);
    let buffer = 0;
    for (let d = 0; d < size.length; d++) {
      if (parameterSize[d] === size[d]) continue;
      sum = sum.sum(d, { out: this.sums[buffer] });
      buffer = 1 - buffer;
    }
    gradient.view(parameterSize).add(scale, sum);
  }

  override clearState(): this {
    this.scratch = emptied(this.scratch);
    this.sums = emptied(this.sums);
    return super.clearState();
  }
}

/** A parameter as it meets an aligned input: a view. */
export function expanded(parameter: Tensor, [size, parameterSize]: Alignment): Tensor {
  return parameter.view(parameterSize).expand(size);
}
