declare const console: { log(line: string): void };

/** Options of modules that print. */
export interface PrintOptions {
  /** What takes a line of text; `console.log` when left out. */
  readonly print?: (line: string) => unknown;
}

/** The names of the options of modules that print. */
export const printOptionNames: readonly (keyof PrintOptions)[] = ["print"];

/** What takes a line of text, by the options. */
export function printer({ print }: PrintOptions): (line: string) => unknown {
  return print ?? printLine;
}

/** Prints a line with `console.log`. */
export function printLine(line: string): void {
  console.log(line);
}
