import { checkOptions, type Size, type Tensor } from "@rushlight/tensor";
import type { Pair } from "../tables/Pair.ts";
import { batched, MatrixProduct } from "./MatrixProduct.ts";

/** Options of {@link MM}. */
export interface MMOptions {
  /** Whether to take the first matrix transposed; false when left out. */
  readonly transA?: boolean;
  /** Whether to take the second matrix transposed; false when left out. */
  readonly transB?: boolean;
}

const optionNames: readonly (keyof MMOptions)[] = ["transA", "transB"];

/**
 * The product of two matrices, or of the matrices of two batches: Y = A·B, dA = dY·Bᵀ, dB = Aᵀ·dY; each may be taken
 * transposed. Torch's `nn.MM`.
 *
 * Shapes: `{[m, k], [k, n]} → [m, n]`, `{[N, m, k], [N, k, n]} → [N, m, n]`.
 *
 * @example
 * ```ts
 * import { MM } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const a = tensor([[1, 2], [3, 4]]);
 * console.log(new MM().forward([a, a]).toArray()); // [ [ 7, 10 ], [ 15, 22 ] ]
 * console.log(new MM({ transB: true }).forward([a, a]).toArray()); // [ [ 5, 11 ], [ 11, 25 ] ]
 * ```
 */
export class MM extends MatrixProduct {
  readonly transA: boolean;
  readonly transB: boolean;
  protected override readonly expected: string;

  /** @throws ArgumentError for options that do not exist */
  constructor(options: MMOptions = {}) {
    super();
    checkOptions("MM", options, optionNames);
    this.transA = options.transA ?? false;
    this.transB = options.transB ?? false;
    const [a, b] = [this.transA ? "k, m" : "m, k", this.transB ? "n, k" : "k, n"];
    this.expected = `a pair of [${a}] and [${b}], or of [N, ${a}] and [N, ${b}]`;
  }

  protected override factors([a, b]: Pair): Pair {
    return [oriented(a, this.transA), oriented(b, this.transB)];
  }

  protected override hasDimensions([a, b]: Pair): boolean {
    return a.dim() === b.dim() && (a.dim() === 2 || a.dim() === 3);
  }

  protected override outputSize(pair: Pair): Size {
    const [a, b] = this.factors(pair);
    return [...(pair[0].dim() === 3 ? [a.size(0)] : []), a.size(1), b.size(2)];
  }

  protected override asBatch(output: Tensor): Tensor {
    return batched(output, 3);
  }
}

function oriented(matrix: Tensor, transposed: boolean): Tensor {
  const batch = batched(matrix, 3);
  return transposed ? batch.transpose(1, 2) : batch;
}
