import type { AnyModule } from "@rushlight/module";
import { ArgumentError } from "@rushlight/tensor";

/**
 * Checks that a module whose backward is for training only is in training mode.
 *
 * @throws ArgumentError when it is not
 */
export function checkTraining(module: AnyModule): void {
  if (module.train) return;
  throw new ArgumentError(
    `${module.describe()}: expected training mode in backward, got evaluation mode; see training()`,
  );
}
