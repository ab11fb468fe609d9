import { checkOptions, type Size, type Tensor } from "@rushlight/tensor";
import type { Pair } from "../tables/Pair.ts";
import { batched, MatrixProduct } from "./MatrixProduct.ts";

/** Options of {@link MV}. */
export interface MVOptions {
  /** Whether to take the matrix transposed; false when left out. */
  readonly trans?: boolean;
}

const optionNames: readonly (keyof MVOptions)[] = ["trans"];

/**
 * The product of a matrix and a vector, or of those of two batches: y = M·v, dM = dy·vᵀ, dv = Mᵀ·dy; the matrix may be
 * taken transposed. Torch's `nn.MV`.
 *
 * Shapes: `{[m, n], [n]} → [m]`, `{[N, m, n], [N, n]} → [N, m]`.
 *
 * @example
 * ```ts
 * import { MV } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const pair = [tensor([[1, 2], [3, 4]]), tensor([1, 10])] as const;
 * console.log(new MV().forward(pair).toArray()); // [ 21, 43 ]
 * console.log(new MV({ trans: true }).forward(pair).toArray()); // [ 31, 42 ]
 * ```
 */
export class MV extends MatrixProduct {
  readonly trans: boolean;
  protected override readonly expected: string;

  /** @throws ArgumentError for options that do not exist */
  constructor(options: MVOptions = {}) {
    super();
    checkOptions("MV", options, optionNames);
    this.trans = options.trans ?? false;
    const matrix = this.trans ? "n, m" : "m, n";
    this.expected = `a pair of [${matrix}] and [n], or of [N, ${matrix}] and [N, n]`;
  }

  protected override factors([matrix, vector]: Pair): Pair {
    const batch = batched(matrix, 3);
    return [this.trans ? batch.transpose(1, 2) : batch, batched(vector, 2).unsqueeze(2)];
  }

  protected override hasDimensions([matrix, vector]: Pair): boolean {
    return (matrix.dim() === 2 || matrix.dim() === 3) && vector.dim() === matrix.dim() - 1;
  }

  protected override outputSize(pair: Pair): Size {
    const [matrix] = this.factors(pair);
    return pair[0].dim() === 3 ? [matrix.size(0), matrix.size(1)] : [matrix.size(1)];
  }

  protected override asBatch(output: Tensor): Tensor {
    return batched(output, 2).unsqueeze(2);
  }
}
