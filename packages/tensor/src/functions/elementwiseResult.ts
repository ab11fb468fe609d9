import type { MapOperation, ZipOperation } from "../backend/Backend.ts";
import type { DType } from "../dtype/DType.ts";
import { checkNumber, checkTensor } from "../elementwise/check.ts";
import { checkMap, checkZip, mapInto, zipInto } from "../elementwise/elementwise.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { computeInto } from "../result/computeInto.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { newTensor } from "./newTensor.ts";

/** f(x), element by element, with up to two scalars. */
export function mapResult<D extends DType>(
  name: string,
  operation: MapOperation,
  x: Tensor<D>,
  options: OutOptions<D> = {},
  a = 0,
  b = 0,
): Tensor<D> {
  checkTensor(name, x);
  checkMap(name, operation, x, a, b);
  return elementwiseResult(name, [x], options, (result) => mapInto(name, operation, x, result, a, b));
}

/** f(x), element by element, with one scalar that the caller must have given. */
export function scalarResult<D extends DType>(
  name: string,
  operation: MapOperation,
  x: Tensor<D>,
  scalar: number,
  options?: OutOptions<D>,
): Tensor<D> {
  checkNumber(name, scalar);
  return mapResult(name, operation, x, options, scalar);
}

/** f(x, y), element by element, with up to one scalar. */
export function zipResult<D extends DType>(
  name: string,
  operation: ZipOperation,
  x: Tensor<D>,
  y: Tensor<D>,
  options: OutOptions<D> = {},
  a = 0,
): Tensor<D> {
  checkZip(name, operation, x, y, a);
  return elementwiseResult(name, [x, y], options, (result) => zipInto(name, operation, x, y, result, a));
}

/** A result of the size and dtype of its first operand, whose elements need only the same elements of all operands. */
export function elementwiseResult<D extends DType>(
  name: string,
  operands: readonly [Tensor<D>, ...Tensor<D>[]],
  options: OutOptions<D>,
  compute: (result: Tensor<D>) => void,
): Tensor<D> {
  checkOptions(name, options, ["out"]);
  const [{ dtype }] = operands;
  const plan = { name, dtype, size: operands[0].size(), operands, elementwise: true };
  return computeInto(plan, newTensor, options.out, compute);
}

/**
 * A result that begins as a copy of x and is then changed in place. Operands other than x may be the destination: they
 * are read before it is written.
 */
export function changedResult<D extends DType>(
  name: string,
  operands: readonly [Tensor<D>, ...Tensor<D>[]],
  options: OutOptions<D>,
  change: (copy: Tensor<D>) => void,
): Tensor<D> {
  checkOptions(name, options, ["out"]);
  const [x, ...others] = operands;
  const elementwise = others.length === 0;
  return computeInto(
    { name, dtype: x.dtype, size: x.size(), operands, elementwise },
    newTensor,
    options.out,
    (result) => {
      if (result !== x) result.copy(x);
      change(result);
    },
  );
}
