import { isTensor } from "@rushlight/tensor";
import type { Activation } from "../activation/Activation.ts";
import { formatSizes } from "../activation/nested.ts";
import type { AnyCriterion } from "../criterion/Criterion.ts";
import { CheckedModeError } from "./CheckedModeError.ts";
import type { Checks } from "./CheckedOptions.ts";
import { firstNotFinite } from "./finite.ts";
import { Snapshot } from "./Snapshot.ts";

/** The methods of a criterion that checked mode replaces. */
export type CheckedCriterionMethods = Pick<AnyCriterion, "updateOutput" | "updateGradInput">;

/** What the last forward of a criterion compared. */
interface Comparison {
  readonly input: Snapshot;
  readonly target: unknown;
  readonly targetThen: Snapshot | undefined;
}

const comparisons = new WeakMap<AnyCriterion, Comparison>();

/**
 * The methods of a class of criterions with checks around them.
 *
 * @param criterion one of that class, with its methods as they are
 */
export function checkedCriterionMethods(criterion: CheckedCriterionMethods, checks: Checks): CheckedCriterionMethods {
  const { updateOutput, updateGradInput } = criterion;
  return {
    updateOutput(this: AnyCriterion, input, target) {
      const name = this.constructor.name;
      const bad = checks.finite
        ? (firstNotFinite("input", input) ?? (isActivation(target) ? firstNotFinite("target", target) : undefined))
        : undefined;
      if (bad !== undefined) throw notFinite(name, bad);
      comparisons.delete(this);
      const loss = updateOutput.call(this, input, target);
      if (checks.finite && !Number.isFinite(loss)) {
        throw notFinite(name, `a loss of ${loss} for an input ${formatSizes(input)} of finite numbers`);
      }
      const targetThen = isActivation(target) ? new Snapshot(target) : undefined;
      comparisons.set(this, { input: new Snapshot(input), target, targetThen });
      return loss;
    },
    updateGradInput(this: AnyCriterion, input, target) {
      const name = this.constructor.name;
      if (checks.staleInput) {
        const comparison = comparisons.get(this);
        if (comparison === undefined) throw stale(`${name}: expected a forward before backward, got none`);
        const same = isActivation(target) ? comparison.targetThen?.matches(target) : comparison.target === target;
        if (!comparison.input.matches(input) || same !== true) {
          throw stale(`${name}: expected backward with the input and target of the last forward, got others`);
        }
      }
      const gradInput = updateGradInput.call(this, input, target);
      const bad = checks.finite ? firstNotFinite("gradInput", gradInput) : undefined;
      if (bad !== undefined) throw notFinite(name, bad);
      return gradInput;
    },
  };
}

function isActivation(value: unknown): value is Activation {
  return isTensor(value) || (Array.isArray(value) && value.every(isActivation));
}

function stale(message: string): CheckedModeError {
  return new CheckedModeError("staleInput", message);
}

function notFinite(name: string, found: string): CheckedModeError {
  return new CheckedModeError("finite", `${name}: expected finite numbers, got ${found}`);
}
