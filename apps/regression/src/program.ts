import { Command, type CommandUnknownOpts, Option } from "@commander-js/extra-typings";
import { examples, pathName, realNumber, type Terminal, wholeNumber, wholeNumbers } from "@rushlight/command-line";
import manifest from "../package.json" with { type: "json" };
import { evaluate } from "./commands/evaluate.ts";
import { fit } from "./commands/fit.ts";
import { predict } from "./commands/predict.ts";
import { anotherName, delimiter, encoding, marks } from "./commands/values.ts";
import { activations } from "./network/buildNetwork.ts";
import { optimizers } from "./network/optimizers.ts";
import { shippedTables } from "./shippedTables.ts";

const OUT = "regression-run";

/** The program with its commands. */
export function regressionProgram(terminal: Terminal, signal: AbortSignal): CommandUnknownOpts {
  const program = new Command("rushlight-regression")
    .description("Fits a curve, or a column of a table, with a neural network.")
    .version(manifest.version)
    .helpCommand(false)
    .addHelpText(
      "after",
      examples([
        "npm run regression",
        "npm run regression -- --data penguins",
        "npm run regression -- --data houses.csv --target price --hidden 64,64",
        "npm run regression -- predict new.csv --to prices.csv",
        "npm run regression -- fit --help",
      ]),
    );
  program.addCommand(fitCommand(terminal, signal), { isDefault: true });
  program.addCommand(predictCommand(terminal));
  program.addCommand(evaluateCommand(terminal));
  return program;
}

function fitCommand(terminal: Terminal, signal: AbortSignal): CommandUnknownOpts {
  return new Command("fit")
    .description("Fit a network; this is done when no command is named")
    .option(
      "--data <file>",
      `CSV to fit, or ${Object.keys(shippedTables).join(", ")}; a curve otherwise`,
      pathName("file"),
    )
    .option("--target <column>", "what to predict")
    .option("--text <column>", "a column to read as text; may be repeated", anotherName)
    .option("--ignore <column>", "a column to leave out; may be repeated", anotherName)
    .option("--missing <marks>", "what stands for no value, as NA,-999", marks)
    .addOption(new Option("--decimal <sign>", "how fractions begin (default: .)").choices([".", ","] as const))
    .option("--delimiter <name>", "comma, semicolon or tab (default: found out)", delimiter)
    .option("--encoding <name>", "the encoding of the file (default: UTF-8)", encoding)
    .addOption(
      new Option("--header <answer>", "does the first row name columns? (default: found out)").choices([
        "yes",
        "no",
      ] as const),
    )
    .option("--rows <n>", "the most rows, a random sample of more", wholeNumber(10), 100_000)
    .option("--held-out <share>", "rows to test with (default: 0.2)", realNumber({ above: 0, below: 1 }))
    .option("--validation <share>", "other rows to stop by (default: 0.2)", realNumber({ from: 0, below: 1 }))
    .option("--hidden <sizes>", "sizes of the hidden layers", wholeNumbers(1, 10_000), [32, 32])
    .addOption(new Option("--activation <name>", "what follows them").choices(activations).default(activations[0]))
    .option("--epochs <n>", "the most passes through the rows (default: 1000, curve 6000)", wholeNumber(1, 1_000_000))
    .option("--batch-size <n>", "rows in a step (default: 32, curve 200)", wholeNumber(1))
    .addOption(
      new Option("--optimizer <name>", "how to learn (default: adam, curve sgd)").choices(Object.keys(optimizers)),
    )
    .option("--rate <number>", "the learning rate (default: the optimizer's)", realNumber({ above: 0 }))
    .option("--momentum <number>", "of sgd and nag (default: 0)", realNumber({ from: 0, below: 1 }))
    .option("--weight-decay <number>", "pulls weights to 0 (default: 0)", realNumber({ from: 0 }))
    .option("--patience <n>", "epochs without progress to stop after (default: 50)", wholeNumber(1))
    .option("--curve <column>", "the input to draw a curve of")
    .option("--seed <n>", "the seed of all random numbers", wholeNumber(0), 1)
    .option("--out <folder>", "where the results go", pathName("folder"), OUT)
    .option("--json", "print one line of JSON, and nothing else")
    .addHelpText(
      "after",
      examples([
        "npm run regression -- --seed 3",
        "npm run regression -- --data penguins --optimizer sgd --momentum 0.9",
        "npm run regression -- --data houses.csv --target price --text zip",
        "npm run --silent regression -- --data penguins --json",
      ]),
    )
    .action((options) => fit(options, terminal, signal));
}

function predictCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("predict")
    .description("Write the rows of a CSV file with what a model predicts")
    .argument("<file>", "CSV with the columns that the model knows")
    .option("--model <file>", "what fit has written", pathName("file"), `${OUT}/model.json`)
    .option("--to <file>", "where to (default: standard output)", pathName("file"))
    .addHelpText(
      "after",
      examples([
        "npm run --silent regression -- predict new.csv",
        "npm run regression -- predict new.csv --to out.csv",
      ]),
    )
    .action((path, options) => predict(path, options, terminal));
}

function evaluateCommand(terminal: Terminal): CommandUnknownOpts {
  return new Command("evaluate")
    .description("Print how far a model is from the truth")
    .argument("<file>", "CSV with the columns that the model knows, and its target")
    .option("--model <file>", "what fit has written", pathName("file"), `${OUT}/model.json`)
    .option("--json", "print one line of JSON, and nothing else")
    .addHelpText("after", examples(["npm run regression -- evaluate more.csv"]))
    .action((path, options) => evaluate(path, options, terminal));
}
