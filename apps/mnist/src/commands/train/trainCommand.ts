import { Command, type CommandUnknownOpts, Option } from "@commander-js/extra-typings";
import { examples, pathName, realNumber, wholeNumber, wholeNumbers } from "@rushlight/command-line";
import { MOST_THREADS } from "@rushlight/command-line/threads";
import { ACTIVATIONS } from "../../networks/activations.ts";
import { MODELS, models } from "../../networks/models.ts";
import { OPTIMIZERS } from "../../optimizing/optimizers.ts";
import { SCHEDULES } from "../../optimizing/schedules.ts";
import type { CommandContext } from "../CommandContext.ts";
import { backendOption, dataOption, jsonOption } from "../commonOptions.ts";
import { withBackend } from "../withBackend.ts";
import { settingsOf } from "./settingsOf.ts";
import type { GivenOptions } from "./TrainOptions.ts";
import { train } from "./train.ts";

const what = MODELS.map((name) => `${name}: ${models[name].summary}`).join("; ");

/** `mnist train`. */
export function trainCommand(context: CommandContext): CommandUnknownOpts {
  return new Command("train")
    .summary("train a network, tell how good it is, and save it")
    .description(
      "Train a network on handwritten digits, tell how well it reads those that it has never seen, and save it.",
    )
    .addOption(new Option("--model <name>", `what to train (${what})`).choices(MODELS).default("mlp" as const))
    .option("--hidden <sizes>", "hidden linear layers, as 128,64 (default: 128)", wholeNumbers(1, 10_000))
    .addOption(new Option("--activation <name>", "what follows a layer").choices(ACTIVATIONS).default("relu" as const))
    .option("--epochs <n>", "how often to go through the digits", wholeNumber(1, 1000), 5)
    .option("--batch-size <n>", "how many digits a step learns from (default: the optimizer's)", wholeNumber(1, 60_000))
    .addOption(new Option("--optimizer <name>", "how to learn").choices(OPTIMIZERS).default("sgd"))
    .option("--rate <number>", "the learning rate (default: the optimizer's)", realNumber({ above: 0 }))
    .option("--momentum <number>", "part of a step in the next (default: 0.9)", realNumber({ from: 0, below: 1 }))
    .option("--weight-decay <number>", "pulls weights to 0 (default: 0)", realNumber({ from: 0 }))
    .addOption(new Option("--schedule <name>", "how the rate changes (default: cosine)").choices(SCHEDULES))
    .option("--warm-up <n>", "steps in which the rate rises first (default: 0)", wholeNumber(0, 1_000_000))
    .option("--validation <n>", "digits to hold back and judge by (default: a twelfth)", wholeNumber(0, 59_999))
    .option("--patience <n>", "stop after n epochs without a lower validation loss", wholeNumber(1, 1000))
    .option("--augment", "distort digits at random each time (default: for a cnn)")
    .option("--no-augment", "take digits as they are")
    .option("--seed <n>", "the seed of all random numbers", wholeNumber(0), 1)
    .option("--threads <n>", "how many threads compute (default: all)", wholeNumber(1, MOST_THREADS))
    .option("--workers [n]", "share batches among workers (n: all)", wholeNumber(1, MOST_THREADS))
    .addOption(backendOption)
    .addOption(dataOption)
    .option("--out <folder>", "where the results go", pathName("folder"), "mnist-run")
    .option("--checkpoint-every <n>", "save after n batches too, not after epochs alone", wholeNumber(1, 1_000_000))
    .option("--resume", "go on where the training in the folder was stopped")
    .addOption(jsonOption)
    .addHelpText(
      "after",
      examples([
        "npm run mnist",
        "npm run mnist -- train --model cnn",
        "npm run mnist -- train --hidden 256,128 --optimizer adam --patience 3",
        "npm run mnist -- train --resume",
      ]),
    )
    .action(async (options, command) => {
      const given: GivenOptions = (name) => command.getOptionValueSource(name) === "cli";
      const settings = options.resume === true ? undefined : settingsOf(options, given);
      await withBackend(options.backend, () => train({ settings, options, given }, context));
    });
}
