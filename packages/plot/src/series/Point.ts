/** A point of a chart. */
export interface Point {
  /** To the right. */
  readonly x: number;
  /** Upwards; what is not finite leaves a gap. */
  readonly y: number;
}
