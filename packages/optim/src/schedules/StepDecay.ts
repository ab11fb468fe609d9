import { ArgumentError } from "@rushlight/tensor";
import { checkValues } from "../settings/Rule.ts";
import { count, finite, nonNegative } from "../settings/rules.ts";
import type { Schedule } from "./Schedule.ts";

/** Options of {@link StepDecay}: either `every` or `milestones`. */
export interface StepDecayOptions {
  /** After how many steps the value falls, again and again. */
  readonly every?: number;
  /** The steps at which the value falls, in rising order. */
  readonly milestones?: readonly number[];
  /** What the value is multiplied by when it falls; 0.1 when left out. */
  readonly factor?: number;
}

/**
 * A value that falls in steps: value·factor^⌊step / every⌋, or once at each milestone.
 *
 * @example
 * ```ts
 * import { StepDecay } from "@rushlight/optim";
 *
 * const rate = new StepDecay(0.8, { every: 10, factor: 0.5 });
 * console.log(rate.at(0), rate.at(9), rate.at(10), rate.at(25)); // 0.8 0.8 0.4 0.2
 * ```
 */
export class StepDecay implements Schedule {
  private readonly value: number;
  private readonly factor: number;
  private readonly every: number | undefined;
  private readonly milestones: readonly number[];

  /**
   * @param value what it begins with
   * @throws ArgumentError for values and options that make no sense
   */
  constructor(value: number, options: StepDecayOptions) {
    checkValues("StepDecay", options, { every: count, milestones: checkMilestones, factor: nonNegative });
    finite("StepDecay", "value", value);
    const { every, milestones, factor = 0.1 } = options;
    if ((every === undefined) === (milestones === undefined)) {
      throw new ArgumentError(
        `StepDecay: expected every or milestones, got ${every === undefined ? "neither" : "both"}`,
      );
    }
    this.value = value;
    this.factor = factor;
    this.every = every;
    this.milestones = [...(milestones ?? [])];
  }

  /** The value at a step: 0 for the first. */
  at(step: number): number {
    const falls =
      this.every === undefined
        ? this.milestones.filter((milestone) => milestone <= step).length
        : Math.floor(step / this.every);
    return this.value * this.factor ** falls;
  }
}

function checkMilestones(owner: string, name: string, value: unknown): void {
  if (!Array.isArray(value)) throw new ArgumentError(`${owner}: expected an array of steps as ${name}`);
  const rises = value.every((each, i) => Number.isSafeInteger(each) && each >= (i === 0 ? 0 : value[i - 1] + 1));
  if (!rises) throw new ArgumentError(`${owner}: expected rising whole numbers as ${name}, got [${value.join(", ")}]`);
}
