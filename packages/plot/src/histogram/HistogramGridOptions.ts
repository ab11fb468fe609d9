/** Counts of numbers in bins of equal width. */
export interface Histogram {
  /** Where the first bin starts. */
  readonly from: number;
  /** Where the last bin ends; `from` when all numbers are equal. */
  readonly to: number;
  /** How many numbers are in each bin. */
  readonly counts: ArrayLike<number>;
}

/** A row of a grid of histograms, such as a layer. */
export interface HistogramRow {
  /** What stands left of it. */
  name: string;
  /** Its histograms by the title of their column; a row may lack some. */
  columns: Readonly<Record<string, Histogram | undefined>>;
}

/** What {@link histogramGrid} draws. */
export interface HistogramGridOptions {
  /** What stands above it. */
  title: string;
  /** A smaller line below the title; default: what the heights mean. */
  subtitle?: string;
  /** The rows from the top; one at least. */
  rows: readonly HistogramRow[];
  /** The width of a histogram, in pixels; default 170. */
  width?: number;
  /** The height of a histogram, in pixels; default 64. */
  height?: number;
}
