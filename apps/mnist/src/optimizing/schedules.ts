import { CosineDecay, ExponentialDecay, OneCycle, Plateau, type Schedule, StepDecay, WarmUp } from "@rushlight/optim";

/** The names of the ways in which the learning rate changes. */
export const SCHEDULES = ["constant", "step", "exponential", "cosine", "onecycle", "plateau"] as const;

/** The name of a way in which the learning rate changes. */
export type ScheduleName = (typeof SCHEDULES)[number];

/** What a schedule is made from. */
export interface ScheduleSettings {
  readonly schedule: ScheduleName;
  readonly rate: number;
  /** How many steps the rate rises from 0 at first. */
  readonly warmUp: number;
  /** How many steps the training has. */
  readonly steps: number;
}

/** A tenth of the rate after half of the steps, a hundredth after three quarters. */
const STEP_SHARES = [0.5, 0.75];
/** What is left of the rate when an exponential schedule ends. */
const EXPONENTIAL_END = 0.01;
/** What the rate is multiplied by when the validation loss has not fallen for an epoch. */
const PLATEAU = { factor: 0.3, patience: 0 };

const makers: Readonly<Record<ScheduleName, (rate: number, steps: number) => Schedule | number>> = {
  constant: (rate) => rate,
  step: (rate, steps) => {
    const milestones = [...new Set(STEP_SHARES.map((share) => Math.floor(share * steps)))];
    return new StepDecay(rate, { milestones });
  },
  exponential: (rate, steps) => new ExponentialDecay(rate, { factor: EXPONENTIAL_END ** (1 / steps) }),
  cosine: (rate, steps) => new CosineDecay(rate, { steps }),
  onecycle: (rate, steps) => new OneCycle(rate, { steps: Math.max(steps, 2) }),
  plateau: (rate) => new Plateau(rate, PLATEAU),
};

/** Whether a schedule depends on how many steps the training has. */
export function spansTraining(schedule: ScheduleName): boolean {
  return schedule !== "constant" && schedule !== "plateau";
}

/** The learning rate of a training; with a {@link Plateau} for the one that has to be told the losses. */
export function learningRate({ schedule, rate, warmUp, steps }: ScheduleSettings): {
  readonly rate: Schedule | number;
  readonly plateau: Plateau | undefined;
} {
  const made = makers[schedule](rate, Math.max(steps - warmUp, 1));
  return {
    rate: warmUp > 0 ? new WarmUp(made, { steps: warmUp }) : made,
    plateau: made instanceof Plateau ? made : undefined,
  };
}
