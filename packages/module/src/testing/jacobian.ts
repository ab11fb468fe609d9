import { Generator, type Tensor } from "@rushlight/tensor";
import type { Activation } from "../activation/Activation.ts";
import { flattened, recursiveClone, recursiveFill } from "../activation/nested.ts";
import type { AnyModule } from "../module/Module.ts";
import { elementsOf, floatTensors } from "./floats.ts";
import { seededForward } from "./SeededRun.ts";

/** A Jacobian: one row for each element of what is varied, one column for each element of the output. */
export type Jacobian = readonly (readonly number[])[];

/** How far a numeric Jacobian steps to either side when it is not told. */
export const DEFAULT_EPSILON = 1e-6;

/**
 * The Jacobian by central differences: (f(v + ε) − f(v − ε)) / 2ε for each element v of some tensors.
 *
 * @param varied tensors that the output depends on: the input's, or a parameter of the module; they are changed and set
 * back
 */
export function numericJacobian(
  module: AnyModule,
  input: Activation,
  varied: readonly Tensor[],
  epsilon: number = DEFAULT_EPSILON,
): Jacobian {
  const rows: number[][] = [];
  for (const tensor of varied) {
    forEachIndex(tensor, (index) => {
      const value = tensor.get(...index);
      tensor.put(index, value + epsilon);
      // Cloned, for modules that overwrite their input.
      const above = elementsOf(seededForward(module, recursiveClone(input)));
      tensor.put(index, value - epsilon);
      const below = elementsOf(seededForward(module, recursiveClone(input)));
      tensor.put(index, value);
      rows.push(above.map((y, column) => (y - below[column]) / (2 * epsilon)));
    });
  }
  return rows;
}

/** The Jacobian with respect to the input that backward gives: one backward for each element of the output. */
export function inputJacobian(module: AnyModule, input: Activation): Jacobian {
  return backwardJacobian(module, input, (gradInput) => floatTensors(gradInput));
}

/**
 * The Jacobian with respect to a parameter that backward gives: one backward, from zeroed gradients, for each element of
 * the output.
 *
 * @param gradient the gradient of the parameter, as `parameters()` gives it
 */
export function parameterJacobian(module: AnyModule, input: Activation, gradient: Tensor): Jacobian {
  return backwardJacobian(module, input, () => [gradient]);
}

/** The largest absolute difference of two Jacobians; infinite when they differ in size or hold something not finite. */
export function jacobianError(a: Jacobian, b: Jacobian): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let row = 0; row < a.length; row++) {
    if (a[row].length !== b[row].length) return Number.POSITIVE_INFINITY;
    for (let column = 0; column < a[row].length; column++) {
      const error = Math.abs(a[row][column] - b[row][column]);
      if (!(error <= largest)) largest = Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
    }
  }
  return largest;
}

/** Where {@link testJacobian} draws inputs from. */
export interface JacobianOptions {
  /** The smallest input; −2 when left out. */
  readonly min?: number;
  /** The largest input; 2 when left out. */
  readonly max?: number;
  /** How far to step to either side; 1e-6 when left out. */
  readonly epsilon?: number;
  /** The seed of the inputs; 1 when left out. */
  readonly seed?: number;
}

/**
 * Fills an input with numbers uniform in [min, max) and compares the two Jacobians with respect to it. Torch's
 * `Jacobian.testJacobian`.
 *
 * @returns the largest absolute difference: below 1e-6 in float64 for a right backward
 * @example
 * ```ts
 * import { Module } from "@rushlight/module";
 * import { testJacobian } from "@rushlight/module/testing";
 * import { type Tensor, zeros } from "@rushlight/tensor";
 *
 * class Square extends Module {
 *   updateOutput(input: Tensor): Tensor {
 *     return this.output.resizeAs(input).copy(input).cmul(input);
 *   }
 *   updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
 *     return this.gradInput.resizeAs(input).copy(gradOutput).cmul(input).mul(2);
 *   }
 * }
 * console.log(testJacobian(new Square().double(), zeros([3, 2], { dtype: "float64" })) < 1e-6); // true
 * ```
 */
export function testJacobian(module: AnyModule, input: Activation, options: JacobianOptions = {}): number {
  const varied = floatTensors(input);
  fillUniform(varied, options);
  return jacobianError(numericJacobian(module, input, varied, options.epsilon), inputJacobian(module, input));
}

/**
 * Fills an input and a parameter with numbers uniform in [min, max) and compares the two Jacobians with respect to the
 * parameter. Torch's `Jacobian.testJacobianParameters`.
 *
 * @param parameter a parameter of the module
 * @param gradient its gradient
 * @returns the largest absolute difference
 */
export function testJacobianParameters(
  module: AnyModule,
  input: Activation,
  parameter: Tensor,
  gradient: Tensor,
  options: JacobianOptions = {},
): number {
  fillUniform([...floatTensors(input), parameter], options);
  return jacobianError(
    numericJacobian(module, input, [parameter], options.epsilon),
    parameterJacobian(module, input, gradient),
  );
}

function backwardJacobian(
  module: AnyModule,
  input: Activation,
  gradientsOf: (gradInput: Activation) => readonly Tensor[],
): Jacobian {
  const oneHot = recursiveFill(recursiveClone(seededForward(module, recursiveClone(input))), 0);
  const columns: number[][] = [];
  for (const tensor of flattened(oneHot)) {
    forEachIndex(tensor, (index) => {
      tensor.put(index, 1);
      const fresh = recursiveClone(input);
      seededForward(module, fresh);
      module.zeroGradParameters();
      const gradInput = module.backward(fresh, recursiveClone(oneHot));
      columns.push(gradientsOf(gradInput).flatMap((gradient) => [...gradient.values()]));
      tensor.put(index, 0);
    });
  }
  return columns.length === 0 ? [] : columns[0].map((_, row) => columns.map((column) => column[row]));
}

function fillUniform(tensors: readonly Tensor[], options: JacobianOptions): void {
  const generator = new Generator(options.seed ?? 1);
  for (const tensor of tensors) tensor.uniform(options.min ?? -2, options.max ?? 2, { generator });
}

/** Visits all indices of a tensor, in row-major order; the array is the same each time. */
export function forEachIndex(tensor: Tensor, visit: (index: number[]) => void): void {
  const size = tensor.size();
  const index = size.map(() => 0);
  for (let n = 0; n < tensor.nElement(); n++) {
    visit(index);
    for (let d = size.length - 1; d >= 0 && ++index[d] === size[d]; d--) index[d] = 0;
  }
}
