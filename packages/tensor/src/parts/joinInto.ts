import type { DType } from "../dtype/DType.ts";
import { checkSameDType, checkTensor } from "../elementwise/check.ts";
import { copyInto } from "../elementwise/copy.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { viewOf } from "../layout/viewOf.ts";
import { checkDimension } from "../shape/dimension.ts";
import { formatSize, type Size } from "../shape/size.ts";

/** Tensors that are joined along a dimension, and the size of the result. */
export interface Join {
  readonly dimension: number;
  readonly size: Size;
  /** The size and the strides of each tensor, with those dimensions of size 1 that it lacks. */
  readonly parts: readonly { readonly size: Size; readonly stride: Size }[];
}

/**
 * Checks a list of tensors of one dtype.
 *
 * @throws ArgumentError or DTypeError for anything else
 */
export function checkTensors(operation: string, tensors: readonly StridedElements[]): void {
  const count = Array.isArray(tensors) ? tensors.length : undefined;
  if (count === undefined || count === 0) {
    throw new ArgumentError(
      `${operation}: expected a list of one or more tensors, got ${count === 0 ? "an empty one" : "no list"}`,
    );
  }
  for (const tensor of tensors) {
    checkTensor(operation, tensor);
    checkSameDType(operation, tensors[0], tensor);
  }
}

/**
 * Plans how tensors that are not empty are joined along one of their dimensions, or along the one after their last.
 * Dimensions that a tensor lacks at its end count as 1.
 *
 * @throws IndexError for any other dimension
 * @throws ShapeError when the tensors differ in another dimension
 */
export function planJoin(operation: string, tensors: readonly StridedElements[], dimension?: number): Join {
  const most = tensors.reduce((dimensions, tensor) => Math.max(dimensions, tensor.size().length), 0);
  const d = joinDimension(operation, dimension, most);
  const dimensions = Math.max(most, d + 1);
  const parts = tensors.map((tensor) => {
    const lacking = new Array<number>(dimensions - tensor.size().length);
    return { size: [...tensor.size(), ...lacking.fill(1)], stride: [...tensor.stride(), ...lacking.fill(0)] };
  });
  const size = parts[0].size.slice();
  for (let i = 1; i < parts.length; i++) {
    const other = parts[i].size;
    if (other.some((extent, at) => at !== d && extent !== size[at])) {
      throw new ShapeError(
        `${operation}: expected tensors that differ in dimension ${d} at most, got ${formatSize(tensors[0].size())} and ${formatSize(tensors[i].size())}`,
      );
    }
    size[d] += other[d];
  }
  return { dimension: d, size, parts };
}

/** y ← the tensors one after the other along a dimension; y has the planned size and overlaps none. */
export function joinInto<D extends DType>(
  tensors: readonly StridedElements<D>[],
  { dimension, parts }: Join,
  y: StridedElements<D>,
): void {
  let offset = y.storageOffset();
  tensors.forEach((tensor, i) => {
    const { size, stride } = parts[i];
    copyInto(viewOf(tensor, tensor.storageOffset(), size, stride), viewOf(y, offset, size, y.stride()));
    offset += size[dimension] * y.stride()[dimension];
  });
}

function joinDimension(operation: string, dimension: number | undefined, most: number): number {
  if (dimension === undefined) return most - 1;
  return dimension === most ? most : checkDimension(operation, dimension, most);
}
