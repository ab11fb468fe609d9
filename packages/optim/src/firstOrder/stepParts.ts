import { ArgumentError, isTensor, type Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../evaluation/Evaluation.ts";
import { readEvaluation } from "../evaluation/readEvaluation.ts";
import { type Clipping, clipped } from "../gradients/Clipping.ts";
import { checkGradient, type Gradient } from "../gradients/Gradient.ts";
import { type Settled, settled } from "../schedules/settled.ts";
import { checkState } from "../state/StateLayout.ts";
import { scratch } from "../state/scratch.ts";
import { checkMemory } from "./checkMemory.ts";
import type { FirstOrderMethod, Part } from "./FirstOrderMethod.ts";

/** One step of a method on parameters that are divided into parts, or are one. */
export function stepParts<Config extends object, State extends object>(
  method: FirstOrderMethod<Config, State>,
  evaluate: Evaluation<Gradient>,
  x: Tensor,
  parts: readonly Part<Config, State>[],
  limits: Clipping,
): StepResult {
  const { name, layout, rules } = method;
  for (const { memory, x } of parts) {
    checkState(name, memory, layout, x);
    checkMemory(method, memory);
  }
  const { loss, gradient, configs } = evaluateAhead(method, x, parts, () => {
    const [loss, gradient] = readEvaluation(name, evaluate, x);
    checkGradient(name, gradient, x, method.updateRows !== undefined);
    // All schedules before anything moves: one that fails must not leave some parts a step ahead of others.
    const configs = parts.map(({ x, config, memory }) => settled(name, config, rules, x, method.steps(memory)));
    return { loss, gradient: clipped(parts, gradient, limits), configs };
  });
  if (isTensor(gradient)) {
    const whole = apart(parts[0].memory, gradient, x);
    for (const [i, part] of parts.entries()) update(method, part, partOf(whole, part, parts), configs[i]);
  } else updateRows(method, parts, gradient, configs[0]);
  return { x, losses: [loss] };
}

/** Evaluates where the method looks ahead to; the parameters go back when that fails. */
function evaluateAhead<Config extends object, State extends object, T>(
  { lookAhead }: FirstOrderMethod<Config, State>,
  x: Tensor,
  parts: readonly Part<Config, State>[],
  evaluate: () => T,
): T {
  if (lookAhead === undefined) return evaluate();
  const before = scratch(parts[0].memory, "before", x).copy(x);
  try {
    for (const part of parts) lookAhead(part.x, part.config, part.memory);
    return evaluate();
  } catch (error) {
    x.copy(before);
    throw error;
  }
}

/** The gradient, or a copy where it lies in the memory of the parameters and would move with them. */
function apart(memory: object, gradient: Tensor, x: Tensor): Tensor {
  return gradient.storage() === x.storage() ? scratch(memory, "apart", gradient).copy(gradient) : gradient;
}

function partOf(gradient: Tensor, { start, x }: { start: number; x: Tensor }, parts: readonly unknown[]): Tensor {
  return parts.length === 1 ? gradient : gradient.narrow(0, start, x.nElement());
}

/** The update of a part, for tensors that may be strided. */
function update<Config extends object, State extends object>(
  method: FirstOrderMethod<Config, State>,
  { x, memory }: Part<Config, State>,
  gradient: Tensor,
  config: Settled<Config>,
): void {
  const place = dense(memory, "parameters", x);
  method.update(place, dense(memory, "gradient", gradient), config, memory);
  if (place !== x) x.copy(place);
}

function dense(memory: object, name: string, tensor: Tensor): Tensor {
  return tensor.isContiguous() ? tensor : scratch(memory, name, tensor).copy(tensor);
}

function updateRows<Config extends object, State extends object>(
  { name, updateRows }: FirstOrderMethod<Config, State>,
  parts: readonly Part<Config, State>[],
  gradient: Exclude<Gradient, Tensor>,
  config: Settled<Config>,
): void {
  const [part] = parts;
  if (parts.length > 1 || updateRows === undefined) {
    throw new ArgumentError(`${name}: expected a gradient of the parameters' size for groups, got one of rows alone`);
  }
  updateRows(part.x, gradient, config, part.memory);
}
