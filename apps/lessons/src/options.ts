/** What the command line asks for. */
export interface Options {
  /** The first of three seeds in a row. */
  readonly seed: number;
  /** The folder for the report and the drawings. */
  readonly out: string;
  /** Whether nothing but the figures is printed, as JSON. */
  readonly json: boolean;
}
