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

/** The timing of a run that is to be believed. */
export const thorough: Timing = { clock: () => performance.now(), sampleTime: 20, samples: 21 };
