import { Argument, Command, type CommandUnknownOpts, Option } from "@commander-js/extra-typings";
import { examples, pathName, wholeNumber } from "@rushlight/command-line";
import type { CommandContext } from "../CommandContext.ts";
import { dataOption, fromOption, jsonOption } from "../commonOptions.ts";
import { checkShown } from "./checkShown.ts";
import { SHOWN, show } from "./show.ts";

/** `mnist show`. */
export function showCommand(context: CommandContext): CommandUnknownOpts {
  return new Command("show")
    .summary("draw digits, mistakes of a network, or what its first layer looks for")
    .description(
      "Draw digits, those that a network takes for others, or the weights of its first layer, as pictures and as text.",
    )
    .addArgument(new Argument("[what]", "what to draw").choices(SHOWN).default("digits" as const))
    .addOption(fromOption)
    .addOption(
      new Option("--set <name>", "the digits to draw from")
        .choices(["train", "test"] as const)
        .default("test" as const),
    )
    .option("--digit <n>", "draw this digit alone", wholeNumber(0, 9))
    .option("--count <n>", "how many to draw", wholeNumber(1, 400), 40)
    .option("--seed <n>", "the seed of the choice", wholeNumber(0), 1)
    .addOption(dataOption)
    .option("--out <folder>", "where the pictures go", pathName("folder"), "mnist-run")
    .addOption(jsonOption)
    .addHelpText(
      "after",
      examples([
        "npm run mnist -- show",
        "npm run mnist -- show digits --digit 7 --set train",
        "npm run mnist -- show mistakes --count 60",
        "npm run mnist -- show filters",
      ]),
    )
    .action((what, options, command) => {
      checkShown(what, (name) => command.getOptionValueSource(name) === "cli");
      return show(what, options, context);
    });
}
