import { Command } from "@commander-js/extra-typings";
import { examples, INTERRUPTED, pathName, runProgram, type Terminal, wholeNumber } from "@rushlight/command-line";
import { DataError } from "@rushlight/data";
import { chosenLessons, lessons } from "./lessons.ts";
import { run } from "./run.ts";

const VERSION = "0.0.0";
/** Two more follow it, and generators know seeds of 32 bits. */
const LARGEST_SEED = 2 ** 32 - 3;

/**
 * The program.
 *
 * @param args the arguments of the command line, without the program's name
 * @param signal ends the lessons early
 * @returns the exit code: 0 when all figures are right, 1 when one is off and after an error, 2 for a command line that makes no
 *   sense, 130 when it was interrupted
 */
export async function main(args: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
  let code = 0;
  const program = new Command("rushlight-lessons")
    .description("Five lessons on neural networks that print their figures, and check them.")
    .version(VERSION)
    .argument("[lessons...]", "letters or names of lessons; all when left out")
    .option(
      "--seed <number>",
      "the first of the three seeds that random starts are tried with",
      wholeNumber(0, LARGEST_SEED),
      1,
    )
    .option("--out <folder>", "where drawings and the report go", pathName("folder"), "lessons-run")
    .option("--json", "print nothing but the figures: an array of { lesson, figure, expected, got, ok }", false)
    .addHelpText("after", `\nLessons:\n${list()}`)
    .addHelpText(
      "after",
      examples([
        "npm run lessons",
        "npm run lessons -- a e",
        "npm run lessons -- foundations --seed 7",
        "npm run --silent lessons -- --json",
      ]),
    )
    .action(async (names, options) => {
      code = await run(chosenLessons(names), options, terminal, signal);
    });
  const ended = await runProgram(program, args, terminal, { expected: [DataError], signal });
  return signal.aborted ? INTERRUPTED : Math.max(code, ended);
}

function list(): string {
  const width = Math.max(...lessons.map(({ name }) => name.length));
  return lessons.map(({ letter, name, title }) => `  ${letter}  ${name.padEnd(width)}  ${title}`).join("\n");
}
