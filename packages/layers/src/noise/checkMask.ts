import type { AnyModule } from "@rushlight/module";
import { ArgumentError, type Tensor } from "@rushlight/tensor";

/**
 * Checks that the last forward of a module that drops made the mask which backward needs.
 *
 * @throws ArgumentError for a mask that does not expand to the output
 */
export function checkMask(module: AnyModule, mask: Tensor, output: Tensor): void {
  const fits = mask.dim() === output.dim() && mask.size().every((n, d) => n === 1 || n === output.size(d));
  if (fits) return;
  throw new ArgumentError(`${module.describe()}: expected a forward in training mode before backward, got none`);
}
