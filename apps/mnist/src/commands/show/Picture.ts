import type { Chart } from "@rushlight/plot";

/** Something to show. */
export interface Picture {
  /** What it shows, in one sentence. */
  readonly caption: string;
  readonly chart: Chart;
  /** The same as text. */
  text(options: { readonly columns: number; readonly colours: boolean }): string;
  /** The same for scripts. */
  readonly facts: object;
}
