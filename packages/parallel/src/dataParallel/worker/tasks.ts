import { type Activation, flattened } from "@rushlight/module";
import { formatSize, ShapeError } from "@rushlight/tensor";
import { tensorAt } from "../../sharing/TensorDescription.ts";
import { BatchBuffers } from "../BatchBuffers.ts";
import type {
  ActivationDescription,
  BatchPart,
  EvaluateTask,
  HogwildTask,
  LearnTask,
  PredictTask,
  WeighedLosses,
} from "../messages.ts";
import type { Replica } from "./Replica.ts";

/** The loss of a slice and the gradient of it, as they count in those of the whole batch. */
export function learn(replica: Replica, task: LearnTask): number {
  const { model, criterion } = replica;
  replica.begin(task, task.modes);
  replica.useGradients(task.gradients);
  const { input, target } = partOf(task);
  const output = model.forward(input);
  const loss = task.whole === undefined ? learnAlone() : learnPart(task.whole);
  replica.leaveStatistics(task.learned);
  return loss;

  function learnAlone(): number {
    const loss = criterion.forward(output, target);
    model.backward(input, criterion.backward(output, target));
    return loss;
  }

  function learnPart(whole: readonly (number | undefined)[]): number {
    checkOutput(output, task.length);
    const weights = criterion.lossWeights(target, task.length);
    const losses = criterion.partLosses(output, target, task.length);
    const shares = weights.map((weight, i) => shareOf(weight, whole[i]));
    model.backward(input, criterion.partGradient(output, target, shares));
    return losses.reduce((sum, loss, i) => sum + shares[i] * loss, 0);
  }
}

/** The loss of a batch in evaluation mode, and what it weighs. */
export function evaluate(replica: Replica, task: EvaluateTask): WeighedLosses {
  const { model, criterion } = replica;
  replica.beginEvaluation(task, task.call);
  const { input, target } = partOf(task);
  const output = model.forward(input);
  checkOutput(output, task.length);
  const weights = criterion.lossWeights(target, task.length);
  return { weights, losses: criterion.partLosses(output, target, task.length) };
}

const outputs: BatchBuffers[] = [];

/** Where the output for a batch in evaluation mode lies; it stays until the next task of the lane. */
export function predict(replica: Replica, task: PredictTask): ActivationDescription {
  replica.beginEvaluation(task, task.call);
  const output = replica.model.forward(narrowed(task.input, task.start, task.length));
  checkOutput(output, task.length);
  outputs[task.lane] ??= new BatchBuffers("predict");
  // Of the lane, not of this worker alone: the next task may come before the other thread has looked.
  return outputs[task.lane].describe(output, true);
}

/** Moves the parameters by the gradient of a batch, while others do so, too. Gives the loss of the batch. */
export function hogwild(replica: Replica, task: HogwildTask): number {
  const { model, criterion, parameters } = replica;
  replica.begin(task, task.modes);
  const gradients = replica.useGradients(task.gradients);
  const { input, target } = partOf(task);
  const output = model.forward(input);
  const loss = criterion.forward(output, target);
  model.backward(input, criterion.backward(output, target));
  parameters.add(-task.learningRate, gradients);
  replica.leaveStatistics(task.statistics);
  return loss;
}

function partOf({ input, target, start, length }: BatchPart): { input: Activation; target: Activation | undefined } {
  return { input: narrowed(input, start, length), target: target && narrowed(target, start, length) };
}

function narrowed(description: ActivationDescription, start: number, length: number): Activation {
  if (isList(description)) return description.map((part) => narrowed(part, start, length));
  return tensorAt(description).narrow(0, start, length);
}

function isList(description: ActivationDescription): description is readonly ActivationDescription[] {
  return Array.isArray(description);
}

function shareOf(weight: number | undefined, whole: number | undefined): number {
  if (weight === undefined) return 1;
  // Nothing counts, in this part or any other.
  return whole === undefined || whole === 0 ? 0 : weight / whole;
}

/** Checks that an output has its samples along the first dimension; some rows for each will do. */
function checkOutput(output: Activation, samples: number): void {
  const other = flattened(output).find((tensor) => tensor.dim() === 0 || tensor.size(0) % samples !== 0);
  if (other === undefined) return;
  throw new ShapeError(
    `expected an output with ${samples} samples along its first dimension, got ${formatSize(other.size())}`,
  );
}
