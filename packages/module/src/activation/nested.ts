import { type FloatDType, formatSize, ShapeError, Tensor } from "@rushlight/tensor";
import { ConversionCache } from "../copying/ConversionCache.ts";
import { type Activation, isTable } from "./Activation.ts";

/**
 * Gives an activation the nesting, sizes and dtypes of another, reusing its tensors where it can. Torch's
 * `nn.utils.recursiveResizeAs`.
 *
 * @param target what to reuse; undefined for nothing
 * @returns the activation to use from now on: `target` itself when both are tensors of one dtype
 */
export function recursiveResizeAs<A extends Activation>(target: Activation | undefined, like: A): A;
export function recursiveResizeAs(target: Activation | undefined, like: Activation): Activation {
  if (isTable(like)) {
    const existing = target === undefined ? [] : isTable(target) ? target : [target];
    return like.map((part, i) => recursiveResizeAs(existing[i], part));
  }
  const reusable = target !== undefined && !isTable(target) && target.dtype === like.dtype;
  return (reusable ? target : new Tensor([], { dtype: like.dtype, resident: true })).resizeAs(like);
}

/** Sets every element of every tensor in an activation to a number. Torch's `nn.utils.recursiveFill`. */
export function recursiveFill<A extends Activation>(target: A, value: number): A {
  forEachTensor(target, (tensor) => tensor.fill(value));
  return target;
}

/**
 * target ← target + scale·source, tensor by tensor. Torch's `nn.utils.recursiveAdd`.
 *
 * @throws ShapeError when the two differ in nesting or sizes
 */
export function recursiveAdd<A extends Activation>(target: A, source: Activation, scale = 1): A {
  forEachPair("recursiveAdd", target, source, (to, from) => to.add(scale, from));
  return target;
}

/**
 * Copies an activation into another, giving that the nesting and sizes of this one first. Torch's
 * `nn.utils.recursiveCopy`.
 *
 * @returns the activation to use from now on, as {@link recursiveResizeAs}
 */
export function recursiveCopy<A extends Activation>(target: Activation | undefined, source: A): A {
  const result = recursiveResizeAs(target, source);
  forEachPair("recursiveCopy", result, source, (to, from) => to.copy(from));
  return result;
}

/**
 * An activation with its float tensors in another dtype; integer tensors stay. What shares memory still does. Torch's
 * `nn.utils.recursiveType`.
 *
 * @param cache pass one to several calls to keep what they share
 */
export function recursiveType<A extends Activation>(source: A, dtype: FloatDType, cache?: ConversionCache): A;
export function recursiveType(
  source: Activation,
  dtype: FloatDType,
  cache: ConversionCache = new ConversionCache(),
): Activation {
  return isTable(source) ? source.map((part) => recursiveType(part, dtype, cache)) : cache.convert(source, dtype);
}

/** A deep copy of an activation. */
export function recursiveClone<A extends Activation>(source: A): A {
  return recursiveCopy(undefined, source);
}

/** An activation of the same nesting with empty tensors. */
export function emptied<A extends Activation>(like: A): A;
export function emptied(like: Activation): Activation {
  return isTable(like) ? like.map((part) => emptied(part)) : new Tensor([], { dtype: like.dtype, resident: true });
}

/** All tensors of an activation, depth first. */
export function flattened(activation: Activation): Tensor[] {
  const tensors: Tensor[] = [];
  forEachTensor(activation, (tensor) => tensors.push(tensor));
  return tensors;
}

/** True when two activations have the same nesting and sizes. */
export function sameNesting(a: Activation, b: Activation): boolean {
  if (!isTable(a)) return !isTable(b) && a.isSameSizeAs(b);
  return isTable(b) && a.length === b.length && a.every((part, i) => sameNesting(part, b[i]));
}

/** The sizes in an activation, as messages print them: `[2, 3]`, or `{[2, 3], [4]}` for a table. */
export function formatSizes(activation: Activation): string {
  return isTable(activation) ? `{${activation.map(formatSizes).join(", ")}}` : formatSize(activation.size());
}

function forEachTensor(activation: Activation, visit: (tensor: Tensor) => void): void {
  if (isTable(activation)) for (const part of activation) forEachTensor(part, visit);
  else visit(activation);
}

function forEachPair(
  name: string,
  target: Activation,
  source: Activation,
  visit: (to: Tensor, from: Tensor) => void,
): void {
  if (!sameNesting(target, source)) {
    throw new ShapeError(
      `${name}: expected one nesting and size, got ${formatSizes(target)} and ${formatSizes(source)}`,
    );
  }
  const from = flattened(source);
  for (const [i, to] of flattened(target).entries()) visit(to, from[i]);
}
