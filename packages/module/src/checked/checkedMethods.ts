import type { Activation } from "../activation/Activation.ts";
import { formatSizes } from "../activation/nested.ts";
import type { AnyModule } from "../module/Module.ts";
import { CheckedModeError } from "./CheckedModeError.ts";
import type { Checks } from "./CheckedOptions.ts";
import type { CheckedState } from "./CheckedState.ts";
import { firstNotFinite } from "./finite.ts";
import { checkFreshness } from "./freshness.ts";
import { fieldName, ownPairs } from "./parameterNames.ts";
import { Snapshot } from "./Snapshot.ts";
import { checkSharing } from "./sharing.ts";
import { checkGradientsZeroed, noteAccumulation, noteSteps } from "./staleGradients.ts";

/** The methods of a module that checked mode replaces. */
export type CheckedMethods = Pick<
  AnyModule,
  "updateOutput" | "updateGradInput" | "accGradParameters" | "backward" | "accUpdateGradParameters"
>;

/** What one kind of call does besides. */
interface Effects {
  readonly gradInput: boolean;
  readonly gradients: "accumulates" | "passesBy" | "none";
}

const states = new WeakMap<AnyModule, CheckedState>();

/**
 * The methods of a class of modules with checks around them.
 *
 * @param module one of that class, with its methods as they are
 * @param uncheck gives a copy of a module its own methods back
 * @param checkInside turns checks on in modules that were added since
 */
export function checkedMethods(
  module: CheckedMethods,
  checks: Checks,
  uncheck: (module: AnyModule) => void,
  checkInside: (module: AnyModule) => void,
): CheckedMethods {
  const { updateOutput, updateGradInput, accGradParameters, backward, accUpdateGradParameters } = module;
  const around = (
    module: AnyModule,
    input: Activation,
    gradOutput: Activation,
    effects: Effects,
    call: () => Activation,
  ): Activation => {
    const state = stateOf(module);
    if (state.running) return call();
    checkBefore(module, state, input, gradOutput, effects);
    const result = running(state, call);
    if (checks.finite) checkGradientsFinite(module, gradOutput, effects);
    if (checks.staleGradients && effects.gradients === "accumulates") noteAccumulation(module);
    return result;
  };

  function checkBefore(
    module: AnyModule,
    state: CheckedState,
    input: Activation,
    gradOutput: Activation,
    effects: Effects,
  ): void {
    if (state.forward === undefined) {
      if (!checks.staleInput) return;
      throw new CheckedModeError("staleInput", `${module.describe()}: expected a forward before backward, got none`);
    }
    if (checks.gradOutput && !sameSizes(gradOutput, module.output)) {
      throw new CheckedModeError(
        "gradOutput",
        `${module.describe()}: expected a gradOutput of the output's size ${formatSizes(module.output)}, got ${formatSizes(gradOutput)}`,
      );
    }
    const badGradient = checks.finite ? firstNotFinite("gradOutput", gradOutput) : undefined;
    if (badGradient !== undefined) throw notFinite(module, badGradient, "it came from the module or loss after it");
    checkFreshness(module, state.forward, input, gradOutput, checks, uncheck);
    if (checks.sharing && effects.gradients !== "none") checkSharing(module);
    if (checks.staleGradients && effects.gradients === "accumulates") checkGradientsZeroed(module);
  }

  return {
    updateOutput(this: AnyModule, input) {
      const state = stateOf(this);
      if (state.running) return updateOutput.call(this, input);
      checkInside(this);
      const badInput = checks.finite ? firstNotFinite("input", input) : undefined;
      if (badInput !== undefined) throw notFinite(this, badInput, "it was so before the module saw it");
      if (checks.staleGradients) noteSteps(this);
      state.forward = undefined;
      const output = running(state, () => updateOutput.call(this, input));
      const badOutput = checks.finite ? firstNotFinite("output", output) : undefined;
      if (badOutput !== undefined) throw notFinite(this, badOutput, blameForOutput(this));
      // Taken after the forward: a module that works in place has changed its input by now.
      state.forward = { input, inputThen: new Snapshot(input), outputThen: new Snapshot(output) };
      return output;
    },
    updateGradInput(this: AnyModule, input, gradOutput) {
      const effects: Effects = { gradInput: true, gradients: "none" };
      return around(this, input, gradOutput, effects, () => updateGradInput.call(this, input, gradOutput));
    },
    accGradParameters(this: AnyModule, input, gradOutput, scale) {
      const effects: Effects = { gradInput: false, gradients: "accumulates" };
      around(this, input, gradOutput, effects, () => {
        accGradParameters.call(this, input, gradOutput, scale);
        return this.gradInput;
      });
    },
    backward(this: AnyModule, input, gradOutput, scale) {
      const effects: Effects = { gradInput: true, gradients: "accumulates" };
      return around(this, input, gradOutput, effects, () => backward.call(this, input, gradOutput, scale));
    },
    accUpdateGradParameters(this: AnyModule, input, gradOutput, learningRate) {
      const effects: Effects = { gradInput: false, gradients: "passesBy" };
      around(this, input, gradOutput, effects, () => {
        accUpdateGradParameters.call(this, input, gradOutput, learningRate);
        return this.gradInput;
      });
    },
  };
}

function stateOf(module: AnyModule): CheckedState {
  const known = states.get(module);
  if (known !== undefined) return known;
  const state: CheckedState = { forward: undefined, running: false };
  states.set(module, state);
  return state;
}

function running<T>(state: CheckedState, call: () => T): T {
  state.running = true;
  try {
    return call();
  } finally {
    state.running = false;
  }
}

function sameSizes(a: Activation, b: Activation): boolean {
  return formatSizes(a) === formatSizes(b);
}

function blameForOutput(module: AnyModule): string {
  for (const [parameter] of ownPairs(module)) {
    const found = firstNotFinite(fieldName(module, parameter), parameter);
    if (found !== undefined) return `its ${found}`;
  }
  return "its input and parameters are finite";
}

function checkGradientsFinite(module: AnyModule, gradOutput: Activation, effects: Effects): void {
  const badInput = effects.gradInput ? firstNotFinite("gradInput", module.gradInput) : undefined;
  if (badInput !== undefined) throw notFinite(module, badInput, `its gradOutput ${formatSizes(gradOutput)} is finite`);
  for (const [parameter, gradient] of effects.gradients === "none" ? [] : ownPairs(module)) {
    const tensor = effects.gradients === "passesBy" ? parameter : gradient;
    const found = firstNotFinite(fieldName(module, tensor), tensor);
    if (found !== undefined) throw notFinite(module, found, "its gradOutput is finite");
  }
}

function notFinite(module: AnyModule, found: string, origin: string): CheckedModeError {
  return new CheckedModeError("finite", `${module.describe()}: expected finite numbers, got ${found}; ${origin}`);
}
