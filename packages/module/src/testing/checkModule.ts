import type { Activation } from "../activation/Activation.ts";
import { flattened } from "../activation/nested.ts";
import type { AnyModule } from "../module/Module.ts";
import { moduleChecks } from "./checks.ts";
import { ModuleUnderTest } from "./ModuleUnderTest.ts";
import { type CheckReport, runChecks } from "./runChecks.ts";
import { seededForward } from "./SeededRun.ts";
import { type CheckOptions, settingsOf } from "./settings.ts";

/** What {@link checkModule} needs to know of a module that is out of the ordinary. */
export interface ModuleCheckOptions extends CheckOptions {
  /**
   * Whether the first dimension of the input is a batch whose samples go alone too; when left out, that is so when the
   * input has at least 2 dimensions and the output the same first one.
   */
  readonly batch?: boolean;
  /** Whether the module overwrites its arguments; false when left out. */
  readonly inplace?: boolean;
  /** Whether gradInput is on purpose something else than the derivative; false when left out. */
  readonly ownGradient?: boolean;
  /** The seed of the gradOutput; 1 when left out. */
  readonly seed?: number;
}

/**
 * Checks everything that a module promises: gradients against finite differences for the input and each parameter,
 * accumulation and scale, zeroing, direct updates, shared parameters, clones, clearState, samples against their batch, strided against
 * contiguous arguments, float32 against float64, the backend in use against the plain one, no memory taken from step to
 * step, and arguments left alone. The module itself is not changed: all of it happens on copies.
 *
 * @param module any module; its mode counts
 * @param input an input for it, small, since finite differences look at every element; away from kinks
 * @returns which checks were made
 * @throws CheckError naming all checks that failed
 * @example
 * ```ts
 * import { Module } from "@rushlight/module";
 * import { checkModule } from "@rushlight/module/testing";
 * import { randn, type Tensor } from "@rushlight/tensor";
 *
 * class Square extends Module {
 *   updateOutput(input: Tensor): Tensor {
 *     return this.output.resizeAs(input).copy(input).cmul(input);
 *   }
 *   updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
 *     return this.gradInput.resizeAs(input).copy(gradOutput).cmul(input).mul(2);
 *   }
 * }
 * const report = checkModule(new Square(), randn(4, 3));
 * console.log(report.passed.length, report.skipped.length); // 15 0
 * ```
 */
export function checkModule(module: AnyModule, input: Activation, options: ModuleCheckOptions = {}): CheckReport {
  const subject = new ModuleUnderTest(module, input, options.seed ?? 1);
  return runChecks(moduleChecks, subject, settingsOf(options), (name) => applies(name, subject, options));
}

function applies(name: string, subject: ModuleUnderTest, options: ModuleCheckOptions): boolean {
  if (name === "inputGradient") return !(options.ownGradient ?? false);
  if (name === "batching") return options.batch ?? looksBatched(subject);
  if (name === "striding") return options.strided ?? true;
  if (name === "argumentsKept") return !(options.inplace ?? false);
  return true;
}

function looksBatched(subject: ModuleUnderTest): boolean {
  const inputs = flattened(subject.input());
  const outputs = flattened(seededForward(subject.module(), subject.input()));
  const samples = inputs[0]?.size(0);
  return (
    inputs.every((tensor) => tensor.dim() > 1 && tensor.size(0) === samples) &&
    outputs.every((tensor) => tensor.size(0) === samples)
  );
}
