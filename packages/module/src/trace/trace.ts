import { ArgumentError, checkOptions, defaultGenerator, Generator, shown, type Tensor } from "@rushlight/tensor";
import type { Activation } from "../activation/Activation.ts";
import { fieldName, ownPairs } from "../checked/parameterNames.ts";
import type { Criterion } from "../criterion/Criterion.ts";
import type { AnyModule, Module } from "../module/Module.ts";
import { Observer } from "./Observer.ts";
import type { ModuleTrace, ParameterTrace, Trace, UpdateSummary } from "./records.ts";
import { summarize } from "./summarize.ts";

/** The options of {@link trace}. */
export interface TraceOptions {
  /**
   * One step of the optimiser, which changes the parameters by their gradients: `() => model.updateParameters(0.1)`. What it
   * changes is summarised and then taken back; what an optimiser remembers of it is not. Without it there are no updates.
   */
  readonly step?: (() => unknown) | undefined;
  /** How many bins histograms have, from 1 up. Default 32. */
  readonly bins?: number | undefined;
}

const optionNames = ["step", "bins"];
const DEFAULT_BINS = 32;

/**
 * Runs one forward and one backward and tells, module by module, what became of the batch on its way up and of the gradient
 * on its way down: sizes, means, deviations, norms, shares of zeros and histograms. Here one sees where gradients vanish,
 * which units are dead, and whether steps are too large.
 *
 * The model is left as it was: its gradients, parameters and running statistics are put back, and so are the states of the
 * default generator and of those that its modules have, so training goes on as if nothing had happened. Only its buffers
 * (`output`, `gradInput`) hold this batch afterwards. It runs in the mode that it is in, training or evaluation. A module that
 * is in a network several times has what it did the last time.
 *
 * @param options a step of the optimiser to look at, and the bins of histograms
 * @returns plain data
 * @throws ArgumentError for options that do not exist or make no sense
 * @throws what the model and the criterion throw; the model is left as it was then, too
 * @example
 * ```ts
 * import { Criterion, Module, trace } from "@rushlight/module";
 * import { type Tensor, tensor } from "@rushlight/tensor";
 *
 * class Half extends Module {
 *   updateOutput(input: Tensor): Tensor {
 *     return this.output.resizeAs(input).copy(input).mul(0.5);
 *   }
 *   updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
 *     return this.gradInput.resizeAs(input).copy(gradOutput).mul(0.5);
 *   }
 * }
 * class Sum extends Criterion {
 *   updateOutput(input: Tensor): number {
 *     return input.sum();
 *   }
 *   updateGradInput(input: Tensor): Tensor {
 *     return this.gradInput.resizeAs(input).fill(1);
 *   }
 * }
 * const { loss, modules } = trace(new Half(), new Sum(), tensor([6, 0, -2]), tensor([]));
 * console.log(loss, modules[0].output?.mean, modules[0].gradInput?.norm.toFixed(4)); // 2 0.6666666666666666 0.8660
 * ```
 */
export function trace<I extends Activation, O extends Activation, T>(
  model: Module<I, O>,
  criterion: Criterion<O, T>,
  input: I,
  target: T,
  options: TraceOptions = {},
): Trace {
  checkOptions("trace", options, optionNames);
  const { step, bins = DEFAULT_BINS } = options;
  if (!Number.isSafeInteger(bins) || bins < 1) {
    throw new ArgumentError(`trace: expected bins to be a whole number from 1 up, got ${shown(bins)}`);
  }
  const [parameters, gradients] = model.parameters();
  const inside = model.listModules();
  // Parameters too: some modules change them in forward, as a `LookupTable` with a `maxNorm` does.
  return unchanged([...parameters, ...gradients, ...model.statistics()], generatorsOf(inside), () => {
    const observer = new Observer(bins);
    const loss = observer.during(inside, () => {
      model.zeroGradParameters();
      const output = model.forward(input);
      const value = criterion.forward(output, target);
      model.backward(input, criterion.backward(output, target));
      return value;
    });
    const before = new Map(parameters.map((parameter) => [parameter, parameter.clone()]));
    const summaries = new Map(parameters.map((parameter, i) => [parameter, gradients[i].clone()]));
    step?.();
    const describeParameter = (module: AnyModule, parameter: Tensor): ParameterTrace => {
      const old = before.get(parameter) ?? parameter;
      return {
        name: fieldName(module, parameter),
        value: summarize([old], bins),
        gradient: summarize([summaries.get(parameter) ?? parameter], bins),
        ...(step === undefined ? {} : { update: updateOf(parameter, old, bins) }),
      };
    };
    const modules = positions(model).map(
      ({ module, path }): ModuleTrace => ({
        path: path.join("."),
        name: module.describe(),
        depth: path.length,
        leaf: module.children().length === 0,
        ...observer.sighting(module),
        parameters: ownPairs(module).map(([parameter]) => describeParameter(module, parameter)),
      }),
    );
    return { loss, modules };
  });
}

interface Position {
  readonly module: AnyModule;
  readonly path: readonly number[];
}

function positions(module: AnyModule, path: readonly number[] = []): readonly Position[] {
  return [{ module, path }, ...module.children().flatMap((child, i) => positions(child, [...path, i]))];
}

function updateOf(parameter: Tensor, before: Tensor, bins: number): UpdateSummary {
  const update = summarize([parameter.clone().add(-1, before)], bins);
  const { norm } = summarize([before], 1);
  return norm === 0 ? update : { ...update, relative: update.norm / norm };
}

/** The default generator, and those in fields of modules. */
function generatorsOf(modules: readonly AnyModule[]): readonly Generator[] {
  const held = modules.flatMap((module) => Object.values(module).filter((value) => value instanceof Generator));
  return [...new Set([defaultGenerator(), ...held])];
}

/** Runs a function, then puts the elements of tensors and the states of generators back. */
function unchanged<Result>(tensors: readonly Tensor[], generators: readonly Generator[], run: () => Result): Result {
  const copies = tensors.map((tensor) => tensor.clone());
  const states = generators.map((generator) => generator.getState());
  try {
    return run();
  } finally {
    for (const [i, tensor] of tensors.entries()) tensor.copy(copies[i]);
    for (const [i, generator] of generators.entries()) generator.setState(states[i]);
  }
}
