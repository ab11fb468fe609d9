import { ArgumentError, isTensor, type Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../evaluation/Evaluation.ts";
import { type Clipping, clipped } from "../gradients/Clipping.ts";
import { checkGradient, type Gradient } from "../gradients/Gradient.ts";
import { scratch } from "../state/scratch.ts";
import type { FirstOrderMethod, Part } from "./FirstOrderMethod.ts";

/** One step of a method on parameters that are divided into parts, or are one. */
export function stepParts<Config extends object, State extends object>(
  method: FirstOrderMethod<Config, State>,
  evaluate: Evaluation<Gradient>,
  x: Tensor,
  parts: readonly Part<Config, State>[],
  limits: Clipping,
): StepResult {
  const [loss, whole] = evaluateAhead(method, x, parts, () => {
    const [loss, gradient] = evaluate(x);
    checkGradient(method.name, gradient, x, method.updateRows !== undefined);
    return [loss, clipped(parts, gradient, limits)] as const;
  });
  if (isTensor(whole)) for (const part of parts) update(method, part, partOf(whole, part, parts));
  else updateRows(method, parts, whole);
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

function partOf(gradient: Tensor, { start, x }: { start: number; x: Tensor }, parts: readonly unknown[]): Tensor {
  return parts.length === 1 ? gradient : gradient.narrow(0, start, x.nElement());
}

/** The update of a part, for tensors that may be strided. */
function update<Config extends object, State extends object>(
  method: FirstOrderMethod<Config, State>,
  { x, config, memory }: Part<Config, State>,
  gradient: Tensor,
): void {
  const dense = x.contiguous();
  method.update(dense, gradient.contiguous(), config, memory);
  if (dense !== x) x.copy(dense);
}

function updateRows<Config extends object, State extends object>(
  { name, updateRows }: FirstOrderMethod<Config, State>,
  parts: readonly Part<Config, State>[],
  gradient: Exclude<Gradient, Tensor>,
): void {
  const [part] = parts;
  if (parts.length > 1 || updateRows === undefined) {
    throw new ArgumentError(`${name}: expected a gradient of the parameters' size for groups, got one of rows alone`);
  }
  updateRows(part.x, gradient, part.config, part.memory);
}
