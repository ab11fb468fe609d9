/** How text for a terminal is made. */
export interface TextOptions {
  /** The most characters of a line; default 80, 20 at least. */
  columns?: number;
  /** Whether the terminal shows colours (ANSI, 256 of them); default false. */
  colours?: boolean;
  /** Whether the terminal shows more than ASCII; default true. Names stay as they are. */
  unicode?: boolean;
  /** The lines that the axes of curves and points enclose; default 15. */
  rows?: number;
}
