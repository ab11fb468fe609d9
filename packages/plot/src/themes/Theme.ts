/**
 * The colours of a chart, as six-digit hexadecimal colours. Text has a contrast of at least 4.5 to 1 to the background,
 * everything else that carries meaning at least 3 to 1 (WCAG 2.2); `grid` alone is decoration.
 */
export interface Theme {
  /** What the theme is called: "light" or "dark". */
  readonly name: "light" | "dark";
  /** Behind the chart. */
  readonly background: string;
  /** Titles and names. */
  readonly text: string;
  /** Numbers at axes, subtitles. */
  readonly mutedText: string;
  /** Lines and ticks of axes, frames of images. */
  readonly axis: string;
  /** Lines behind the data. */
  readonly grid: string;
  /** Series by their order, told apart by people with any kind of colour blindness. */
  readonly series: readonly string[];
  /** What is right: the full colour of a scale that starts at the background. */
  readonly right: string;
  /** What is wrong: the full colour of a scale that starts at the background. */
  readonly wrong: string;
}
