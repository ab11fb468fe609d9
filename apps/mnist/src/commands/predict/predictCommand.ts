import { Command, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { examples, pathName } from "@rushlight/command-line";
import type { CommandContext } from "../CommandContext.ts";
import { fromOption, jsonOption } from "../commonOptions.ts";
import { predict } from "./predict.ts";

/** `mnist predict`. */
export function predictCommand(context: CommandContext): CommandUnknownOpts {
  return new Command("predict")
    .summary("read the digits in pictures")
    .description(
      "Read the digits in pictures: PNG, JPEG and others, of any size, dark on light or light on dark. Shows what the network sees, and what it makes of it.",
    )
    .argument("<image...>", "pictures, each of one digit")
    .addOption(fromOption)
    .option("--out <folder>", "where the report goes", pathName("folder"), "mnist-run")
    .addOption(jsonOption)
    .addHelpText(
      "after",
      examples([
        "npm run mnist -- predict digit.png",
        "npm run mnist -- predict --from cnn/model.json *.jpg",
        "npm run mnist -- predict digit.png --json",
      ]),
    )
    .action((images, options) => predict(images, options, context));
}
