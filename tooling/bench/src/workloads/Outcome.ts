/** What came out of one system on one workload. */
export interface Outcome {
  /** The name of the workload. */
  readonly workload: string;
  /** The name of the system. */
  readonly system: string;
  readonly threads: number;
  /** The median time of a training step; undefined when there is none. */
  readonly msPerStep: number | undefined;
  /** Why there is no time; undefined when there is one. */
  readonly reason: string | undefined;
  /** What is wrong with the losses; undefined when they are finite and fell. */
  readonly complaint: string | undefined;
  /** What the system runs on, as it says itself. */
  readonly versions: Readonly<Record<string, string>>;
}
