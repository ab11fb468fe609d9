import type { DType } from "../dtype/DType.ts";
import { checkTensor } from "../elementwise/check.ts";
import { copyInto } from "../elementwise/copy.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { DTypeError } from "../errors/DTypeError.ts";
import { shown } from "../errors/shown.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { checkDestination, sameElements, shareElements, shareStorage } from "../overlap/overlap.ts";
import { type Size, sameSize } from "../shape/size.ts";

/** What can take a result: a tensor. */
export interface Destination<D extends DType> extends StridedElements<D> {
  resize(size: Size): unknown;
}

/** What a function's result is, and what it is computed from. */
export interface ResultPlan<D extends DType> {
  /** What messages call the function. */
  readonly name: string;
  readonly dtype: D;
  readonly size: Size;
  readonly operands: readonly StridedElements[];
  /**
   * True when element i of the result needs nothing but element i of the operands, so that an operand may be the
   * destination.
   */
  readonly elementwise?: boolean;
}

/**
 * Computes a result into the caller's tensor, or into a new one. Check the operands before: this resizes the
 * destination. When the destination overlaps an operand, the result is as if it did not.
 *
 * @param allocate makes a zero tensor of the planned dtype and size
 * @throws ArgumentError, DTypeError or ShapeError when the destination can not take the result
 */
export function computeInto<D extends DType, Result extends Destination<D>>(
  plan: ResultPlan<D>,
  allocate: (dtype: D, size: Size) => Result,
  out: Result | undefined,
  compute: (result: Result) => void,
): Result {
  const target = targetFor(plan, allocate, out);
  compute(target);
  return deliver(target, out);
}

/** {@link computeInto} for two results of one size, values and indices. */
export function computePairInto<D extends DType, Values extends Destination<D>, Indices extends Destination<"int32">>(
  plan: ResultPlan<D>,
  allocate: readonly [values: (dtype: D, size: Size) => Values, indices: (dtype: "int32", size: Size) => Indices],
  out: readonly [values: Values, indices: Indices] | undefined,
  compute: (values: Values, indices: Indices) => void,
): [values: Values, indices: Indices] {
  if (out !== undefined) checkOutPair(plan, out);
  const values = targetFor(plan, allocate[0], out?.[0]);
  const indices = targetFor({ ...plan, dtype: "int32" }, allocate[1], out?.[1]);
  compute(values, indices);
  return [deliver(values, out?.[0]), deliver(indices, out?.[1])];
}

/** The destination itself, resized, when writing to it disturbs no operand; else a new tensor. */
function targetFor<D extends DType, Result extends Destination<D>>(
  plan: ResultPlan<D>,
  allocate: (dtype: D, size: Size) => Result,
  out: Result | undefined,
): Result {
  if (out === undefined) return allocate(plan.dtype, plan.size);
  checkOut(plan, out);
  if (plan.operands.some((operand) => interferes(plan, operand, out))) return allocate(plan.dtype, plan.size);
  out.resize(plan.size);
  return out;
}

function deliver<D extends DType, Result extends Destination<D>>(result: Result, out: Result | undefined): Result {
  if (out === undefined || out === result) return result;
  out.resize(result.size());
  copyInto(result, out);
  return out;
}

/**
 * Checks that a destination can take a result.
 *
 * @throws ArgumentError, DTypeError or ShapeError when it can not
 */
function checkOut<D extends DType>(
  { name, dtype, size }: Pick<ResultPlan<D>, "name" | "dtype" | "size">,
  out: StridedElements<D>,
): void {
  checkTensor(name, out);
  if (out.dtype !== dtype) throw new DTypeError(`${name}: expected a destination of ${dtype}, got ${out.dtype}`);
  if (sameSize(out.size(), size)) checkDestination(name, out);
}

/**
 * Checks that two destinations can take values and indices.
 *
 * @throws ArgumentError, DTypeError or ShapeError when they can not
 */
function checkOutPair<D extends DType>(
  plan: Pick<ResultPlan<D>, "name" | "dtype" | "size">,
  out: readonly [values: StridedElements<D>, indices: StridedElements<"int32">],
): void {
  if (!Array.isArray(out) || out.length !== 2) {
    throw new ArgumentError(`${plan.name}: expected two destinations, for values and indices, got ${shown(out)}`);
  }
  checkOut(plan, out[0]);
  checkOut({ ...plan, dtype: "int32" }, out[1]);
  if (shareStorage(out[0], out[1])) {
    throw new ArgumentError(`${plan.name}: expected destinations in different storages, got two in one`);
  }
}

function interferes<D extends DType>(plan: ResultPlan<D>, operand: StridedElements, out: StridedElements<D>): boolean {
  if (!shareStorage(operand, out)) return false;
  if (!sameSize(out.size(), plan.size)) return true;
  if (plan.elementwise === true && sameElements(operand, out)) return false;
  return shareElements(operand, out);
}
