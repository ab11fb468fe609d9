import { runProgram, type Terminal } from "@rushlight/command-line";
import { DataError } from "@rushlight/data/csv";
import { ModelError } from "./model/ModelError.ts";
import { regressionProgram } from "./program.ts";
import { DivergenceError } from "./training/DivergenceError.ts";

/**
 * The program: what the user did wrong ends in one line on standard error.
 *
 * @param args the arguments of the command line, without the program's name
 * @param signal ends the training early
 * @returns the exit code
 */
export function main(args: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
  const expected = [DataError, ModelError, DivergenceError];
  return runProgram(regressionProgram(terminal, signal), args, terminal, { expected, signal });
}
