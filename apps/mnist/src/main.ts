import { INTERRUPTED, OptionError, OutputError, oneLine, type Terminal } from "@rushlight/command-line";
import { DataError } from "@rushlight/data";
import { parseOptions } from "./options.ts";
import { run } from "./run.ts";
import { DivergenceError } from "./training/DivergenceError.ts";

const expectedErrors = [OptionError, DataError, OutputError, DivergenceError];

/**
 * The program: what the user did wrong ends in one line on standard error.
 *
 * @param args the arguments of the command line, without the program's name
 * @param signal ends the training early
 * @returns the exit code: 0 when all went well, 1 after an error, 130 when the training was interrupted
 */
export async function main(args: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
  try {
    const options = parseOptions(args);
    if (options !== undefined) await run(options, terminal, signal);
    return signal.aborted ? INTERRUPTED : 0;
  } catch (error) {
    if (!(error instanceof Error) || !expectedErrors.some((type) => error instanceof type)) throw error;
    terminal.stderr.write(`rushlight-mnist: ${oneLine(error.message)}\n`);
    return 1;
  }
}
