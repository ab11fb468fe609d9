/** How long and how often training steps are measured. Times are in milliseconds. */
export interface Schedule {
  /** How long a system trains before it is measured. */
  readonly warmUp: number;
  /** How long the steps of one round take, for systems whose single step does not take longer. */
  readonly sample: number;
  /** How many rounds there are. */
  readonly rounds: number;
  /** The most that the rounds of a system take: a slow one gets fewer. */
  readonly budget: number;
  /** How many rounds even the slowest gets. */
  readonly fewestRounds: number;
}

/** For figures that are to be believed. */
export const thoroughSchedule: Schedule = { warmUp: 500, sample: 200, rounds: 9, budget: 3000, fewestRounds: 2 };

/** For a first look. */
export const quickSchedule: Schedule = { warmUp: 100, sample: 40, rounds: 3, budget: 400, fewestRounds: 1 };
