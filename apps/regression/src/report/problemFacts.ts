import { count, counted, oneLine } from "@rushlight/command-line";
import type { Problem } from "../data/Problem.ts";
import type { RegressionModel } from "../model/RegressionModel.ts";
import type { FitSettings } from "../training/fitModel.ts";

/** The most inputs that are named. */
const NAMES = 20;

/** What is going to be learned, and how: pairs of a label and a text. */
export function problemFacts(
  problem: Problem,
  model: RegressionModel,
  { epochs, batchSize, patience, optimizerSettings: { rate, momentum, weightDecay }, seed }: FitSettings,
  optimizer: string,
): readonly (readonly [string, string])[] {
  const { training, validation, heldOut } = problem.split;
  const [parameters] = model.network.getParameters();
  const names = model.encoder.inputs.map(({ name }) => name);
  const more = names.length > NAMES ? ` and ${names.length - NAMES} more` : "";
  const inputs = `${names.slice(0, NAMES).join(", ")}${more}`;
  const stops = validation.length > 0;
  const parts = [
    `${count(training.length)} to train`,
    ...(stops ? [`${count(validation.length)} to stop by`] : []),
    `${count(heldOut.length)} ${problem.heldOutName}`,
  ];
  const batch = batchSize >= training.length ? "all rows in each step" : `batches of ${batchSize}`;
  return [
    ["data", [oneLine(problem.name), ...problem.notes].join("\n")],
    ["target", oneLine(problem.target)],
    ["inputs", `${oneLine(inputs)}: ${counted(model.encoder.width, "input")} of the network`],
    ...model.encoder.excluded.map(({ name, reason }) => ["left out", `${oneLine(name)} ${reason}`] as const),
    ["rows", parts.join(", ")],
    ["network", `${counted(parameters.nElement(), "parameter")}\n${String(model.network)}`],
    [
      "training",
      [
        optimizer,
        ...(rate > 0 ? [`rate ${rate}`] : []),
        ...(momentum > 0 ? [`momentum ${momentum}`] : []),
        ...(weightDecay > 0 ? [`weight decay ${weightDecay}`] : []),
        batch,
        `${stops ? "at most " : ""}${counted(epochs, "epoch")}`,
        ...(stops ? [`patience ${patience}`] : []),
      ].join(", "),
    ],
    ["seed", String(seed)],
  ];
}
