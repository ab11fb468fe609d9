/** What a clock reads, in milliseconds since some moment. */
type Clock = () => number;

/** How long and how often things are measured. */
export interface Timing {
  readonly clock: Clock;
  /** How long one sample takes at least, in milliseconds: far longer than the clock's steps. */
  readonly sampleTime: number;
  /** How many samples of each alternative are taken. */
  readonly samples: number;
}

const clock: Clock = () => performance.now();

/** The timing of a run that is to be believed. */
export const thorough: Timing = { clock, sampleTime: 20, samples: 21 };

/** The timing of a first look. */
export const quick: Timing = { clock, sampleTime: 4, samples: 7 };
