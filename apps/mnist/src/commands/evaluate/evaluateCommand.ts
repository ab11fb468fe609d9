import { Command, type CommandUnknownOpts, Option } from "@commander-js/extra-typings";
import { examples, pathName, wholeNumber } from "@rushlight/command-line";
import { MOST_THREADS } from "@rushlight/command-line/threads";
import type { CommandContext } from "../CommandContext.ts";
import { backendOption, dataOption, fromOption, jsonOption } from "../commonOptions.ts";
import { withBackend } from "../withBackend.ts";
import { evaluateModel } from "./evaluateModel.ts";

/** The sets that a network can be judged by. */
const SETS = ["test", "train"] as const;

/** `mnist evaluate`. */
export function evaluateCommand(context: CommandContext): CommandUnknownOpts {
  return new Command("evaluate")
    .summary("tell how well a saved network reads digits")
    .description("Tell how well a network that was saved reads digits, and which it takes for which.")
    .addOption(fromOption)
    .addOption(new Option("--set <name>", "the digits to read").choices(SETS).default("test" as const))
    .addOption(dataOption)
    .option("--threads <n>", "how many threads compute (default: all)", wholeNumber(1, MOST_THREADS))
    .addOption(backendOption)
    .option("--out <folder>", "where the report goes", pathName("folder"), "mnist-run")
    .addOption(jsonOption)
    .addHelpText(
      "after",
      examples(["npm run mnist -- evaluate", "npm run mnist -- evaluate --from cnn/model.json --set train"]),
    )
    .action((options) => withBackend(options.backend, () => evaluateModel(options, context)));
}
