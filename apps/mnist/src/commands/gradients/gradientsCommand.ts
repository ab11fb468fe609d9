import { Command, type CommandUnknownOpts, Option } from "@commander-js/extra-typings";
import { examples, pathName, realNumber, wholeNumber, wholeNumbers } from "@rushlight/command-line";
import { ACTIVATIONS } from "../../networks/activations.ts";
import { MODELS } from "../../networks/models.ts";
import type { CommandContext } from "../CommandContext.ts";
import { dataOption, jsonOption } from "../commonOptions.ts";
import { gradients } from "./gradients.ts";

/** `mnist gradients`. */
export function gradientsCommand(context: CommandContext): CommandUnknownOpts {
  return new Command("gradients")
    .summary("show what becomes of a batch and its gradient, layer by layer")
    .description(
      "Take one batch forward and back, and show layer by layer what becomes of it: where do gradients vanish?",
    )
    .option("--from <file>", "a model that train saved (default: a new network)", pathName("file"))
    .addOption(new Option("--model <name>", "the new network").choices(MODELS).default("mlp" as const))
    .option("--hidden <sizes>", "its hidden linear layers, as 128,64", wholeNumbers(1, 10_000))
    .addOption(new Option("--activation <name>", "what follows a layer").choices(ACTIVATIONS).default("relu" as const))
    .option("--batch-size <n>", "how many digits to take", wholeNumber(1, 10_000), 64)
    .option("--rate <number>", "the learning rate of the step to look at", realNumber({ above: 0 }), 0.1)
    .option("--seed <n>", "the seed of all random numbers", wholeNumber(0), 1)
    .addOption(dataOption)
    .option("--out <folder>", "where the report goes", pathName("folder"), "mnist-run")
    .addOption(jsonOption)
    .addHelpText(
      "after",
      examples([
        "npm run mnist -- gradients",
        "npm run mnist -- gradients --hidden 64,64,64,64,64,64 --activation sigmoid",
        "npm run mnist -- gradients --from mnist-run/model.json",
      ]),
    )
    .action((options, command) => gradients(options, (name) => command.getOptionValueSource(name) === "cli", context));
}
