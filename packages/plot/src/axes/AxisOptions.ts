/** What an axis says and how numbers lie on it. */
export interface AxisOptions {
  /** What the numbers are, with the unit if there is one. */
  title: string;
  /**
   * How numbers lie on it; default "linear". On "log", what is 0 or less has no place and leaves a gap; "symlog" is
   * logarithmic away from 0 and linear about it.
   */
  scale?: "linear" | "log" | "symlog";
  /** Whether a linear axis starts at 0; default false: it covers the data. */
  zero?: boolean;
  /** Where it starts; default: where the data do. */
  from?: number;
  /** Where it ends; default: where the data do. */
  to?: number;
  /** How numbers are written, in d3-format's notation: ".0%", ".2f", "~s". Default: by their size. */
  format?: string;
}
