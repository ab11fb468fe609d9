import { ConfusionMatrix } from "@rushlight/optim";
import { type Tensor, zeros } from "@rushlight/tensor";
import { compare } from "../../../compare/compare.ts";
import { toTensor } from "../../../fixtures/tensors.ts";
import type { LuaTensor } from "../../../fixtures/values.ts";
import type { Expression } from "../../../lua/Expression.ts";
import { parseExpression } from "../../../lua/parseExpression.ts";
import { zeroBasedTensor } from "../../../mapping/indices.ts";
import { MappingError } from "../../../mapping/MappingError.ts";
import type { FunctionReplay } from "./functions.ts";

const figures = ["mat", "valids", "unionvalids", "totalValid", "averageValid", "averageUnionValid"] as const;

/** Replays a confusion matrix: a batch, then single samples that are recorded as text. */
export const replayConfusionMatrix: FunctionReplay = (fixture) => {
  const nclasses = fixture.required("nclasses", fixture.number("nclasses"));
  const names = fixture.list("classes")?.map(String);
  const confusion = names === undefined ? new ConfusionMatrix(nclasses) : new ConfusionMatrix(nclasses, names);
  const predictions = fixture.required("predictions", fixture.tensor("predictions"));
  const targets = fixture.required("targets", fixture.tensor("targets"));
  confusion.batchAdd(classesOf(predictions), classesOf(targets));
  for (const call of fixture.string("extra")?.split(";") ?? []) addSample(confusion, call.trim());
  const text = fixture.required("tostring", fixture.string("tostring"));
  return [
    ...figures.flatMap((name) =>
      compare(name, fixture.required(name, fixture.value(name)), confusion[name], { dtypes: true }),
    ),
    ...compare("tostring", text, printed(confusion, names !== undefined)),
  ];
};

/** Scores and one-hot rows as they are, classes counted from 0. */
function classesOf(batch: LuaTensor): Tensor {
  const scores = batch.size.length === 2 && batch.size[1] > 1;
  return toTensor(scores ? batch : zeroBasedTensor(batch));
}

/** The text as Torch7 has it: without names, when it was given none. */
function printed(confusion: ConfusionMatrix, named: boolean): string {
  const text = String(confusion);
  return named ? text : text.replace(/\t\[class: \d+\]$/gm, "");
}

/** `add(2,3)` or `add(onehot(3),3)`: classes are counted from 1. */
function addSample(confusion: ConfusionMatrix, call: string): void {
  const parsed = parseExpression(call);
  if (parsed.kind !== "call" || parsed.name !== "add" || parsed.args.length !== 2) {
    throw new MappingError(`expected add(prediction, target), got ${call}`);
  }
  const [prediction, target] = parsed.args.map((argument) => sampleOf(argument, confusion.nclasses, call));
  confusion.add(prediction, target);
}

function sampleOf(argument: Expression, nclasses: number, call: string): number | Tensor {
  if (argument.kind === "literal" && typeof argument.value === "number") return argument.value - 1;
  if (argument.kind === "call" && argument.name === "onehot") return firstLargest(nclasses);
  throw new MappingError(`expected a class or onehot(...) in ${call}`);
}

/**
 * What is recorded as `onehot(3)`. Torch7 counted it for the first class, so its largest element was the first: the number
 * does not say where the one is.
 */
function firstLargest(nclasses: number): Tensor {
  const scores = zeros(nclasses);
  scores.narrow(0, 0, 1).fill(1);
  return scores;
}
