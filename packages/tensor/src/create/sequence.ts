import type { DType, FloatDType } from "../dtype/DType.ts";
import { defaultDtype } from "../dtype/defaultDType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { computeInto } from "../result/computeInto.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import { Tensor, type TensorOptions } from "../tensor/Tensor.ts";

/** The dtype of a sequence of numbers, and where it goes. */
export type SequenceOptions<D extends DType = DType> = TensorOptions<D> & OutOptions<D>;

/** The numbers that a function of the index gives. */
export function sequence<D extends DType = FloatDType>(
  name: string,
  count: number,
  options: SequenceOptions<D>,
  at: (index: number) => number,
): Tensor<D>;
export function sequence(name: string, count: number, options: SequenceOptions, at: (index: number) => number): Tensor {
  checkOptions(name, options, ["dtype", "out"]);
  const dtype = options.dtype ?? options.out?.dtype ?? defaultDtype();
  return computeInto(
    { name, dtype, size: [count], operands: [] },
    (of, size) => new Tensor(size, { dtype: of }),
    options.out,
    (result) => {
      let next = 0;
      result.apply(() => at(next++));
    },
  );
}

/** Checks how many numbers there are to be. */
export function checkCount(name: string, count: number): void {
  if (!Number.isInteger(count) || count < 1) {
    throw new ArgumentError(`${name}: expected a count of at least 1, got ${count}`);
  }
}

/** Checks the ends of a sequence. */
export function checkFinite(name: string, first: number, last: number): void {
  if (!Number.isFinite(first) || !Number.isFinite(last)) {
    throw new ArgumentError(`${name}: expected finite ends, got ${first} and ${last}`);
  }
}
