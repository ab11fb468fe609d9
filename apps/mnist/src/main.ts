import { Command } from "@commander-js/extra-typings";
import { runProgram, type Terminal } from "@rushlight/command-line";
import { DataError } from "@rushlight/data";
import { NonFiniteLossError } from "@rushlight/optim";
import manifest from "../package.json" with { type: "json" };
import type { CommandContext } from "./commands/CommandContext.ts";
import { evaluateCommand } from "./commands/evaluate/evaluateCommand.ts";
import { gradientsCommand } from "./commands/gradients/gradientsCommand.ts";
import { predictCommand } from "./commands/predict/predictCommand.ts";
import { showCommand } from "./commands/show/showCommand.ts";
import { trainCommand } from "./commands/train/trainCommand.ts";
import { DivergenceError } from "./training/DivergenceError.ts";

const expected = [DataError, DivergenceError, NonFiniteLossError];

/**
 * The program: what the user did wrong ends in one line on standard error.
 *
 * @param args the arguments of the command line, without the program's name
 * @param signal ends the training early
 * @returns the exit code: 0 when all went well, 1 after an error, 2 for a command line that makes no sense, 130 when it was
 * interrupted
 */
export async function main(args: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
  const context: CommandContext = { terminal, signal };
  const program = new Command("rushlight-mnist")
    .description("Networks that read handwritten digits. Without a command it trains.")
    .version(manifest.version)
    .addCommand(trainCommand(context), { isDefault: true })
    .addCommand(evaluateCommand(context))
    .addCommand(predictCommand(context))
    .addCommand(showCommand(context))
    .addCommand(gradientsCommand(context));
  return runProgram(program, args, terminal, { expected, signal });
}
