import type { Tensor } from "@rushlight/tensor";
import type { Activation } from "../activation/Activation.ts";
import { flattened, formatSizes } from "../activation/nested.ts";
import type { RunResult } from "./SeededRun.ts";

/**
 * What is different between two activations: undefined when their sizes are equal and no element differs by more than
 * the tolerance relative to the largest of them.
 */
export function difference(
  what: string,
  actual: Activation,
  expected: Activation,
  tolerance: number,
): string | undefined {
  if (formatSizes(actual) !== formatSizes(expected)) {
    return `${what} has size ${formatSizes(actual)}, expected ${formatSizes(expected)}`;
  }
  const [a, b] = [flattened(actual), flattened(expected)];
  for (const [i, tensor] of a.entries()) {
    const reason = tensorDifference(tensor, b[i], tolerance);
    if (reason !== undefined) return `${what} ${reason}`;
  }
  return undefined;
}

/** What is different between two runs: outputs, input gradients, parameter gradients. */
export function runDifference(actual: RunResult, expected: RunResult, tolerance: number): string | undefined {
  return (
    difference("output", actual.output, expected.output, tolerance) ??
    difference("gradInput", actual.gradInput, expected.gradInput, tolerance) ??
    difference("gradParameters", actual.gradParameters, expected.gradParameters, tolerance)
  );
}

function tensorDifference(actual: Tensor, expected: Tensor, tolerance: number): string | undefined {
  const theirs = [...expected.values()];
  const scale = theirs.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1);
  let position = 0;
  for (const value of actual.values()) {
    const wanted = theirs[position];
    if (!(Math.abs(value - wanted) <= tolerance * scale || Object.is(value, wanted))) {
      return `has ${value} at element ${position}, expected ${wanted}`;
    }
    position += 1;
  }
  return undefined;
}
