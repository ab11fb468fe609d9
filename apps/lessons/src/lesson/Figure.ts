/** A figure that a lesson came to, beside what it has to be. */
export interface Figure {
  /** The name of the lesson. */
  readonly lesson: string;
  /** What it is: most often the expression that gives it. */
  readonly figure: string;
  /** The figure as it has to be printed, or the range that it has to be in. */
  readonly expected: string;
  /** The figure as it was printed. */
  readonly got: string;
  readonly ok: boolean;
}
