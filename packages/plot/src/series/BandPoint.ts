/** A range at a point of the x axis, such as an interval of confidence. */
export interface BandPoint {
  /** To the right. */
  readonly x: number;
  /** The lower end. */
  readonly low: number;
  /** The upper end. */
  readonly high: number;
}
