import { type DType, DTypeError, formatSize, isFloatDType, isTensor, ShapeError, type Tensor } from "@rushlight/tensor";
import type { AnyModule } from "../module/Module.ts";

/**
 * Checks that an input has the dtype that a module computes in.
 *
 * @throws DTypeError naming the module and both, also for what is no tensor
 */
export function checkInputDType(module: AnyModule, input: Tensor, expected: DType): void {
  if (input.dtype !== expected) {
    checkIsTensor(module, "input", input);
    const orModule = isFloatDType(input.dtype) ? `the module with type("${input.dtype}") or ` : "";
    throw new DTypeError(
      `${module.describe()}: expected a ${expected} input, got ${input.dtype}; convert ${orModule}the input with to("${expected}")`,
    );
  }
}

/**
 * Checks that the gradient handed to a module's backward has the dtype and size of the output it belongs to.
 *
 * @throws DTypeError or ShapeError naming the module and both
 */
export function checkGradOutput(module: AnyModule, gradOutput: Tensor, output: Tensor): void {
  if (gradOutput.dtype !== output.dtype) {
    checkIsTensor(module, "gradOutput", gradOutput);
    throw new DTypeError(`${module.describe()}: expected a ${output.dtype} gradOutput, got ${gradOutput.dtype}`);
  }
  if (gradOutput.isSameSizeAs(output)) return;
  const expected =
    output.nElement() === 0
      ? "a forward before backward with a gradOutput"
      : `a gradOutput of the output's size ${formatSize(output.size())}`;
  throw new ShapeError(`${module.describe()}: expected ${expected}, got ${formatSize(gradOutput.size())}`);
}

/** The error for an input whose size a module does not take. */
export function inputSizeError(module: AnyModule, expected: string, input: Tensor): ShapeError {
  return new ShapeError(`${module.describe()}: expected ${expected}, got ${formatSize(input.size())}`);
}

/** For programs whose types nobody checked: what is no tensor has no dtype to speak of. */
function checkIsTensor(module: AnyModule, what: string, value: unknown): void {
  if (isTensor(value)) return;
  const came = Array.isArray(value) ? `a table of ${value.length}` : String(value);
  throw new DTypeError(`${module.describe()}: expected a tensor as ${what}, got ${came}`);
}
