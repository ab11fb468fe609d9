import { ShapeError, type Tensor } from "@rushlight/tensor";
import { planFlattening } from "./flatten.ts";
import type { ParameterLists } from "./ParameterLists.ts";

/**
 * Makes parameters views of one flat vector, and their gradients views of another. Both are planned and checked before
 * either is moved.
 *
 * @param name what messages call the operation
 * @throws ShapeError when the two would not correspond
 */
export function flattenParameters(
  name: string,
  [parameters, gradients]: ParameterLists,
): [parameters: Tensor, gradParameters: Tensor] {
  const plan = planFlattening(name, parameters);
  const gradientPlan = planFlattening(name, gradients);
  if (plan.total !== gradientPlan.total) {
    throw new ShapeError(
      `${name}: expected as many distinct gradients as parameters, got ${gradientPlan.total} and ${plan.total}; share gradients together with their parameters`,
    );
  }
  const misaligned = plan.offsets.findIndex((offset, i) => offset !== gradientPlan.offsets[i]);
  if (misaligned >= 0) {
    throw new ShapeError(
      `${name}: expected the gradient of parameter ${misaligned} at ${plan.offsets[misaligned]}, where the parameter is, got ${gradientPlan.offsets[misaligned]}`,
    );
  }
  return [plan.apply(), gradientPlan.apply()];
}
