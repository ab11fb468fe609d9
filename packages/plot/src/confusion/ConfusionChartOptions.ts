/** Options of {@link confusionChart}. */
export interface ConfusionChartOptions {
  /** What stands above it. */
  title: string;
  /** A smaller line below the title; default: the share that is right. */
  subtitle?: string;
  /** The names of the classes; default: their numbers. */
  classes?: readonly string[];
}
