import { checkInputDType, inputSizeError, type Module } from "@rushlight/module";
import { formatSize, type Tensor } from "@rushlight/tensor";

/**
 * Checks that an input can be that of the last forward of a module whose output has the size of its input.
 *
 * @throws DTypeError or ShapeError naming the module
 */
export function checkLastInput(module: Module, input: Tensor): void {
  checkInputDType(module, input, module.output.dtype);
  if (!input.isSameSizeAs(module.output)) {
    throw inputSizeError(module, `the input of the last forward, ${formatSize(module.output.size())}`, input);
  }
}
