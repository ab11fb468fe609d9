import { type DType, formatSize, Storage, Tensor } from "../../src/index.ts";
import type { Draw } from "./Draw.ts";

/**
 * A view with random strides on a storage of its own, between guards: NaN for floats, so that whoever reads one shows it
 * in the result, and 77 for whole numbers.
 */
export class Guarded {
  readonly view: Tensor;
  private readonly storage: Storage;
  private readonly inside: ReadonlySet<number>;
  private readonly guard: number;

  constructor(dtype: DType, size: readonly number[], draw: Draw) {
    const order = size.map((_, d) => d);
    for (let i = order.length - 1; i > 0; i--) {
      const other = draw.integer(0, i);
      [order[i], order[other]] = [order[other], order[i]];
    }
    const stride = size.map(() => 0);
    let step = draw.integer(1, 2);
    for (const d of order) {
      stride[d] = step;
      step = step * size[d] + draw.integer(0, 2);
    }
    const offset = draw.integer(1, 4);
    this.guard = dtype === "float64" || dtype === "float32" ? Number.NaN : 77;
    this.storage = new Storage(dtype, offset + step + 3);
    this.storage.data.fill(this.guard);
    this.view = size.length === 0 ? new Tensor([], { dtype }) : new Tensor(this.storage, offset, size, stride);
    this.inside = new Set(positions(offset, size, stride));
  }

  /** A dense tensor's elements in a guarded view. */
  static copyOf(dense: Tensor, draw: Draw): Guarded {
    const guarded = new Guarded(dense.dtype, dense.size(), draw);
    guarded.view.copy(dense);
    return guarded;
  }

  /** What was written outside the view, in words; empty when nothing was. */
  damage(): string {
    if (this.view.storage() !== this.storage) return "";
    const damaged = [...this.storage.data.keys()].filter(
      (at) => !this.inside.has(at) && !Object.is(this.storage.data[at], this.guard),
    );
    if (damaged.length === 0) return "";
    return `elements ${damaged.join(", ")} beside a view of size ${formatSize(this.view.size())}, stride ${formatSize(this.view.stride())}`;
  }
}

function positions(offset: number, size: readonly number[], stride: readonly number[]): number[] {
  if (size.length === 0) return [];
  let all = [offset];
  size.forEach((extent, d) => {
    all = all.flatMap((at) => Array.from({ length: extent }, (_, i) => at + i * stride[d]));
  });
  return all;
}
