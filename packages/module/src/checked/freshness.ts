import { type Activation, isTable } from "../activation/Activation.ts";
import { flattened } from "../activation/nested.ts";
import { deepClone } from "../copying/deepClone.ts";
import type { AnyModule } from "../module/Module.ts";
import { CheckedModeError } from "./CheckedModeError.ts";
import type { Checks } from "./CheckedOptions.ts";
import type { Forward } from "./CheckedState.ts";
import { Snapshot } from "./Snapshot.ts";

/**
 * Checks that a backward sees what the forward before it saw and gave. That something was changed in place since is
 * wrong only where it makes a difference to the gradients, which is tried out on copies.
 *
 * @param uncheck gives a copy of a module its own methods back
 * @throws CheckedModeError naming what has changed
 */
export function checkFreshness(
  module: AnyModule,
  forward: Forward,
  input: Activation,
  gradOutput: Activation,
  checks: Checks,
  uncheck: (module: AnyModule) => void,
): void {
  const inputChanged = !forward.inputThen.matches(input);
  const outputChanged = !forward.outputThen.matches(module.output);
  if (checks.staleInput && inputChanged && !sameTensors(input, forward.input)) {
    throw new CheckedModeError(
      "staleInput",
      `${module.describe()}: expected backward with the input of the last forward, got another`,
    );
  }
  // What a container keeps is looked at in the modules inside it.
  if (module.children().length > 0 || !(inputChanged || outputChanged)) return;

  const gradients = (given: Activation, output: Snapshot): Snapshot => {
    const copy = deepClone(module);
    uncheck(copy);
    output.writeTo(copy.output);
    const gradInput = copy.updateGradInputIfNeeded(given, new Snapshot(gradOutput).restore());
    const found = new Snapshot([gradInput]);
    copy.zeroGradParameters();
    copy.accGradParameters(given, new Snapshot(gradOutput).restore());
    return new Snapshot([found.restore(), ...copy.parameters()[1]]);
  };
  const differs = (given: Activation, output: Snapshot): boolean => {
    const right = gradients(forward.inputThen.restore(), forward.outputThen);
    return !right.matches(gradients(given, output).restore());
  };
  if (checks.overwrittenOutput && outputChanged) {
    if (!forward.outputThen.fits(module.output) || differs(forward.inputThen.restore(), new Snapshot(module.output))) {
      throw new CheckedModeError(
        "overwrittenOutput",
        `${module.describe()}: expected its output as forward left it, which backward computes with, got one that was changed in place since; a module after it with inplace: true does that, and so does a method such as y.add(1) on what forward gave`,
      );
    }
  }
  if (checks.staleInput && inputChanged && differs(new Snapshot(input).restore(), forward.outputThen)) {
    throw new CheckedModeError(
      "staleInput",
      `${module.describe()}: expected backward with the input of the last forward, got one that was changed in place since`,
    );
  }
}

function sameTensors(a: Activation, b: Activation): boolean {
  if (isTable(a) !== isTable(b)) return false;
  const [ours, theirs] = [flattened(a), flattened(b)];
  return ours.length === theirs.length && ours.every((tensor, i) => tensor === theirs[i]);
}
