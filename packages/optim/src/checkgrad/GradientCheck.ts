import { ArgumentError, shown, type Tensor } from "@rushlight/tensor";
import { indexAt } from "./indexAt.ts";
import { table } from "./table.ts";

/** An entry of a gradient beside its estimate. */
export interface CheckedEntry {
  /** Where it is in the parameters: an index for each dimension. */
  readonly index: readonly number[];
  readonly gradient: number;
  readonly estimate: number;
  /** |gradient − estimate| */
  readonly absolute: number;
  /** |gradient − estimate| / max(|gradient|, |estimate|); 0 when both are 0. */
  readonly relative: number;
}

/** What {@link checkgrad} found. As a string it is a report of the worst entries. */
export class GradientCheck {
  /** ‖g − ĝ‖ / ‖g + ĝ‖ of the gradient g and the estimate ĝ; 0 when both are 0. */
  readonly difference: number;
  /** The gradient that was checked: a copy. */
  readonly gradient: Tensor;
  /** What differences of the loss say that it is. */
  readonly estimate: Tensor;
  /** How far the parameters were moved to each side. */
  readonly epsilon: number;
  /** What the difference of a right gradient is below, usually: 1e-5, for float32 parameters 1e-2. */
  readonly tolerance: number;

  constructor(gradient: Tensor, estimate: Tensor, epsilon: number) {
    const distance = gradient.dist(estimate);
    this.difference = distance === 0 ? 0 : distance / gradient.clone().add(estimate).norm();
    this.gradient = gradient;
    this.estimate = estimate;
    this.epsilon = epsilon;
    this.tolerance = gradient.dtype === "float32" ? 1e-2 : 1e-5;
  }

  /** Whether the difference is within the tolerance. */
  get ok(): boolean {
    return this.difference <= this.tolerance;
  }

  /**
   * The entries that are farthest from their estimates, the farthest first.
   *
   * @param count how many; 10 when left out, fewer when there are fewer
   * @throws ArgumentError for a count that is no whole number from 0 up
   */
  worst(count = 10): CheckedEntry[] {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new ArgumentError(`worst: expected a whole number from 0 up as the count, got ${shown(count)}`);
    }
    const estimates = [...this.estimate.values()];
    const entries = [...this.gradient.values()].map((gradient, i) => ({ i, gradient, estimate: estimates[i] }));
    const distance = ({ gradient, estimate }: (typeof entries)[number]): number => Math.abs(gradient - estimate);
    entries.sort((a, b) => distance(b) - distance(a));
    return entries.slice(0, count).map((entry) => {
      const { i, gradient, estimate } = entry;
      const absolute = distance(entry);
      const relative = absolute === 0 ? 0 : absolute / Math.max(Math.abs(gradient), Math.abs(estimate));
      return { index: indexAt(i, this.gradient.size()), gradient, estimate, absolute, relative };
    });
  }

  /**
   * A report: the difference, and a table of the worst entries.
   *
   * @param count how many entries; 10 when left out
   */
  toString(count = 10): string {
    const rows = this.worst(count).map(({ index, gradient, estimate, absolute, relative }) => [
      `[${index.join(", ")}]`,
      gradient.toPrecision(8),
      estimate.toPrecision(8),
      absolute.toExponential(2),
      relative.toExponential(2),
    ]);
    const { difference, tolerance, ok } = this;
    return [
      `gradient check: difference ${difference.toExponential(2)}, ${ok ? "within" : "above"} ${tolerance}`,
      ...table(["index", "gradient", "estimate", "absolute", "relative"], rows),
    ].join("\n");
  }
}
