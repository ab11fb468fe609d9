/** Elements counted in bins of one width. */
export interface Histogram {
  /** Where the first bin begins: the smallest finite element. */
  readonly from: number;
  /** Where the last bin ends, itself included: the largest finite element. */
  readonly to: number;
  /** How many elements are in each bin. One bin holds all of them when they are all the same. */
  readonly counts: readonly number[];
}

/** What can be said of the elements of a tensor, or of all tensors of a table together. */
export interface TensorSummary {
  /** The sizes of the tensors: one, unless it is a table. */
  readonly sizes: readonly (readonly number[])[];
  /** The mean of the finite elements; 0 when there are none, as for all that follows. */
  readonly mean: number;
  /** The standard deviation of the finite elements around their mean, divided by their number. */
  readonly deviation: number;
  /** The root of the sum of the squares of the finite elements. */
  readonly norm: number;
  readonly minimum: number;
  readonly maximum: number;
  /** The share of elements that are exactly zero, from 0 to 1. */
  readonly zeros: number;
  /** How many elements are NaN or infinite. */
  readonly nonFinite: number;
  readonly histogram: Histogram;
}
