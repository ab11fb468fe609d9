import { type Activation, flattened, isTable } from "@rushlight/module";
import { ArgumentError, isTensor, ShapeError, shown } from "@rushlight/tensor";

/** Samples to learn from: tensors, and tables of them, with one row for each sample. */
export interface TrainingBatch<I = Activation, T = unknown> {
  readonly input: I;
  /** Undefined for a criterion without a target. */
  readonly target: T;
}

/** A batch that has been checked. */
export interface CheckedBatch {
  readonly input: Activation;
  readonly target: Activation | undefined;
  readonly samples: number;
}

/**
 * Checks a batch.
 *
 * @throws ArgumentError for what is none
 * @throws ShapeError unless all tensors have as many rows, one at least
 */
export function checkBatch(owner: string, batch: unknown): CheckedBatch {
  if (typeof batch !== "object" || batch === null || !("input" in batch)) {
    throw new ArgumentError(`${owner}: expected a batch { input, target }, got ${shown(batch)}`);
  }
  const input = checkActivation(owner, "input", batch.input);
  const given: unknown = "target" in batch ? batch.target : undefined;
  const target = given === undefined ? undefined : checkActivation(owner, "target", given);
  const samples = samplesIn(owner, "input", input);
  if (target !== undefined && samplesIn(owner, "target", target) !== samples) {
    throw new ShapeError(
      `${owner}: expected as many targets as inputs, got ${samplesIn(owner, "target", target)} for ${samples}`,
    );
  }
  return { input, target, samples };
}

/** @throws ArgumentError for what is neither a tensor nor a table of them */
export function checkActivation(owner: string, name: string, value: unknown): Activation {
  if (isActivation(value)) return value;
  throw new ArgumentError(`${owner}: expected a tensor or a table of tensors as ${name}, got ${shown(value)}`);
}

/**
 * How many rows the tensors of an activation have.
 *
 * @throws ShapeError unless all have as many, one at least
 */
export function samplesIn(owner: string, name: string, activation: Activation): number {
  const counts = flattened(activation).map((tensor) => (tensor.dim() === 0 ? 0 : tensor.size(0)));
  const [samples = 0] = counts;
  if (samples > 0 && counts.every((count) => count === samples)) return samples;
  throw new ShapeError(
    `${owner}: expected one row for each sample in every tensor of ${name}, got ${counts.length === 0 ? "none" : counts.join(", ")}`,
  );
}

/** A view of some rows of all tensors. */
export function rowsOf(activation: Activation, start: number, length: number): Activation {
  return isTable(activation)
    ? activation.map((part) => rowsOf(part, start, length))
    : activation.narrow(0, start, length);
}

function isActivation(value: unknown): value is Activation {
  return Array.isArray(value) ? value.every(isActivation) : isTensor(value);
}
