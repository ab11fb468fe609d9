import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { CommanderError } from "commander";
import { OptionError } from "../errors/OptionError.ts";
import { OutputError } from "../errors/OutputError.ts";
import { FAILED, INTERRUPTED, MISUSED } from "../exitCodes.ts";
import type { OutputStream, Terminal } from "../Terminal.ts";
import { oneLine } from "../text/oneLine.ts";

/** Help is laid out for at most so many columns. */
const WIDEST_HELP = 80;

/** What a program is run with. */
export interface RunSettings {
  /** The classes of errors that end in one line rather than in a stack; {@link OptionError} and {@link OutputError} always do. */
  readonly expected?: readonly (abstract new (
    ...args: never[]
  ) => Error)[];
  /** Was aborted when the user interrupted the program. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a program: help and results go to standard output, and what the user did wrong ends in one line on standard error.
 *
 * @param args the arguments of the command line, without the program's name
 * @returns the exit code: 0, or one of `FAILED`, `MISUSED` and `INTERRUPTED`
 * @throws every error whose class is not expected
 */
export async function runProgram(
  program: CommandUnknownOpts,
  args: readonly string[],
  terminal: Terminal,
  { expected = [], signal }: RunSettings = {},
): Promise<number> {
  redirect(program, terminal);
  const complain = (message: string, code: number): number => {
    terminal.stderr.write(`${program.name()}: ${oneLine(message)}\n`);
    return code;
  };
  try {
    checkCommand(program, args);
    await program.parseAsync(args, { from: "user" });
    return signal?.aborted === true ? INTERRUPTED : 0;
  } catch (error) {
    if (signal?.aborted === true && error === signal.reason) return INTERRUPTED;
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? 0 : complain(error.message.replace(/^error: /, "").replaceAll("\n", " "), MISUSED);
    }
    if (error instanceof OptionError) return complain(error.message, MISUSED);
    const known = [OutputError, ...expected].some((type) => error instanceof type);
    if (known && error instanceof Error) return complain(error.message, FAILED);
    throw error;
  }
}

/** Keeps a command, and those below it, from ending the process and from printing elsewhere. */
function redirect(command: CommandUnknownOpts, terminal: Terminal): void {
  const { stdout, stderr } = terminal;
  command.exitOverride().configureOutput({
    writeOut: (text) => stdout.write(text),
    // Errors are printed once, in one line, when they arrive at the end.
    writeErr: () => {},
    getOutHelpWidth: () => helpWidth(stdout),
    getErrHelpWidth: () => helpWidth(stderr),
    getOutHasColors: () => stdout.hasColors?.() ?? false,
    getErrHasColors: () => stderr.hasColors?.() ?? false,
  });
  for (const child of command.commands) redirect(child, terminal);
}

function helpWidth(stream: OutputStream): number {
  // A terminal that does not know its width says 0.
  return Math.min(stream.columns || WIDEST_HELP, WIDEST_HELP);
}

/** A word in the place of a command that is none would be taken for an argument of the default command. */
function checkCommand(program: CommandUnknownOpts, args: readonly string[]): void {
  const word = args[0] === "help" ? args[1] : args[0];
  const names = program.commands.flatMap((command) => [command.name(), ...command.aliases()]);
  if (word === undefined || word.startsWith("-") || names.length === 0) return;
  if (word === "help" || names.includes(word)) return;
  throw new OptionError(`expected one of the commands ${names.join(", ")}, got ${JSON.stringify(word)}`);
}
