import {
  type Activation,
  type AnyModule,
  emptied,
  formatSizes,
  recursiveAdd,
  recursiveCopy,
  sameNesting,
} from "@rushlight/module";
import { ShapeError } from "@rushlight/tensor";
import { known } from "../typing/known.ts";

/**
 * The sum of the input gradients of modules that were given the same input. Modules that need no input gradient are
 * left out.
 *
 * @param container whose modules they are; its gradInput is reused
 * @param gradientOf computes the gradient of one of them
 * @throws ShapeError when gradients differ in nesting or sizes
 */
export function sumGradients<I extends Activation>(
  container: AnyModule & { gradInput: I },
  gradientOf: (index: number) => Activation,
): I {
  let sum: Activation | undefined;
  for (const [i, module] of container.children().entries()) {
    const gradient = gradientOf(i);
    if (!container.needsGradInput || !module.needsGradInput) continue;
    if (sum === undefined) {
      sum = recursiveCopy(container.gradInput, gradient);
    } else if (sameNesting(sum, gradient)) {
      recursiveAdd(sum, gradient);
    } else {
      throw new ShapeError(
        `${container.describe()}: expected input gradients of one nesting and size, got ${formatSizes(sum)} and ${formatSizes(gradient)}`,
      );
    }
  }
  return sum === undefined ? emptied(container.gradInput) : known(sum);
}
