import { ShapeError, type Tensor } from "@rushlight/tensor";
import type { AnyModule } from "../module/Module.ts";
import { planFlattening } from "./flatten.ts";

/**
 * Makes the parameters of a module views of one flat vector, and their gradients views of another. Both are planned and
 * checked before either is moved.
 *
 * @throws ShapeError when the two would not correspond
 */
export function flattenParameters(module: AnyModule): [parameters: Tensor, gradParameters: Tensor] {
  const [parameters, gradients] = module.parameters();
  const plan = planFlattening(`${module.describe()}.getParameters`, parameters);
  const gradientPlan = planFlattening(`${module.describe()}.getParameters`, gradients);
  if (plan.total !== gradientPlan.total) {
    throw new ShapeError(
      `${module.describe()}.getParameters: expected as many distinct gradients as parameters, got ${gradientPlan.total} and ${plan.total}; share gradients together with their parameters`,
    );
  }
  const misaligned = plan.offsets.findIndex((offset, i) => offset !== gradientPlan.offsets[i]);
  if (misaligned >= 0) {
    throw new ShapeError(
      `${module.describe()}.getParameters: expected the gradient of parameter ${misaligned} at ${plan.offsets[misaligned]}, where the parameter is, got ${gradientPlan.offsets[misaligned]}`,
    );
  }
  return [plan.apply(), gradientPlan.apply()];
}
