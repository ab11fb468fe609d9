import { formatSize, ShapeError, Tensor } from "@rushlight/tensor";
import { AveragingCriterion, type SizeAverageOptions } from "../base/AveragingCriterion.ts";
import { checkMargin } from "../base/checks.ts";
import { dense } from "../base/dense.ts";
import { checkPair, emptyPair, type TensorPair } from "../base/pairs.ts";
import { checkSamples } from "../base/parts.ts";
import type { Places } from "../base/places.ts";
import { type Signs, signsOf } from "../base/signs.ts";

/** Added to squared lengths, so that they can be divided by. */
const EPSILON = 1e-12;

/**
 * Turns similar vectors towards each other and others apart. Loss: Σ f(cos(aᵢ, bᵢ), tᵢ) / N over all N pairs, with
 * f(c, 1) = 1 − c and f(c, −1) = max(0, c − margin); without averaging the sum. Torch's `nn.CosineEmbeddingCriterion`.
 *
 * Shapes: two tensors `[N, D]` with targets `[N]`, each 1 or −1, or two vectors `[D]` with one target. The cosine is
 * c = a·b / √((|a|² + ε)·(|b|² + ε)) with ε = 1e-12. Gradient of the first: ∓(b / √(...) − c·a / (|a|² + ε)) / N, the
 * other way round for the second, and 0 for pairs whose loss is 0.
 *
 * @example
 * ```ts
 * import { CosineEmbeddingCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new CosineEmbeddingCriterion();
 * const pair = [tensor([[1, 0], [0, 2]]), tensor([[0, 1], [0, 1]])] as const;
 * console.log(criterion.forward(pair, tensor([1, -1])).toFixed(4)); // 1.0000
 * const [first] = criterion.backward(pair, tensor([1, -1]));
 * console.log(first.get(0, 1)); // -0.5
 * ```
 */
export class CosineEmbeddingCriterion extends AveragingCriterion<TensorPair, Signs> {
  readonly margin: number;
  override gradInput: TensorPair = emptyPair();
  private denseFirst = new Tensor([], { resident: true });
  private denseSecond = new Tensor([], { resident: true });
  private denseTarget = new Tensor([], { resident: true });

  /**
   * @param margin the cosine up to which vectors that are not similar cost nothing; 0 when left out
   * @throws ArgumentError for a margin that is no finite number, and for options that do not exist
   */
  constructor(margin = 0, options: SizeAverageOptions = {}) {
    super(options);
    this.margin = checkMargin(this, margin);
  }

  override updateOutput(input: TensorPair, target: Signs): number {
    const { samples, size, signs, a, b } = this.prepare(input, target);
    const [x, y] = [a.storage().data, b.storage().data];
    let loss = 0;
    for (let row = 0; row < samples; row++) {
      const [product, xx, yy] = products(size, x, a.storageOffset() + row * size, y, b.storageOffset() + row * size);
      const sign = signs.elements[signs.offset + row * signs.stride];
      loss += Math.max(0, this.lossOf(sign, product / Math.sqrt(xx * yy)));
    }
    this.output = loss * this.factor(samples);
    return this.output;
  }

  override updateGradInput(input: TensorPair, target: Signs): TensorPair {
    const { samples, size, signs, a, b } = this.prepare(input, target);
    const [first, second] = this.gradInput;
    first.resizeAs(a);
    second.resizeAs(b);
    const [x, y] = [a.storage().data, b.storage().data];
    const [dx, dy] = [first.storage().data, second.storage().data];
    const scale = this.factor(samples);
    for (let row = 0; row < samples; row++) {
      const [ix, iy] = [a.storageOffset() + row * size, b.storageOffset() + row * size];
      const [idx, idy] = [first.storageOffset() + row * size, second.storageOffset() + row * size];
      const [product, xx, yy] = products(size, x, ix, y, iy);
      const inverse = 1 / Math.sqrt(xx * yy);
      const cosine = product * inverse;
      const sign = signs.elements[signs.offset + row * signs.stride];
      const slope = this.lossOf(sign, cosine) > 0 ? -sign * scale : 0;
      for (let d = 0; d < size; d++) {
        dx[idx + d] = slope * (y[iy + d] * inverse - (cosine / xx) * x[ix + d]);
        dy[idy + d] = slope * (x[ix + d] * inverse - (cosine / yy) * y[iy + d]);
      }
    }
    return this.gradInput;
  }

  protected override checkPart([first]: TensorPair): void {
    checkSamples(this, first, 2, "[N, D]");
  }

  /** The loss of a pair, where it is above 0. */
  private lossOf(sign: number, cosine: number): number {
    return sign === 1 ? 1 - cosine : cosine - this.margin;
  }

  private prepare(input: TensorPair, target: Signs): PreparedPairs {
    checkPair(this, input);
    const [first, second] = input;
    if (first.dim() > 2) {
      throw new ShapeError(
        `CosineEmbeddingCriterion: expected two tensors [D] or [N, D], got ${formatSize(first.size())}`,
      );
    }
    const samples = first.dim() === 2 ? first.size(0) : 1;
    const signs = signsOf(this, target, samples, this.denseTarget);
    const [a, b] = [dense(first, this.denseFirst), dense(second, this.denseSecond)];
    return { samples, size: first.size(-1), signs, a, b };
  }
}

/** Pairs of rows that lie side by side, and which of them are similar. */
interface PreparedPairs {
  readonly samples: number;
  readonly size: number;
  readonly signs: Places;
  readonly a: Tensor;
  readonly b: Tensor;
}

/** x·y, |x|² + ε and |y|² + ε for two rows. */
function products(
  size: number,
  x: ArrayLike<number>,
  ix: number,
  y: ArrayLike<number>,
  iy: number,
): readonly [product: number, xx: number, yy: number] {
  let [product, xx, yy] = [0, EPSILON, EPSILON];
  for (let d = 0; d < size; d++) {
    product += x[ix + d] * y[iy + d];
    xx += x[ix + d] * x[ix + d];
    yy += y[iy + d] * y[iy + d];
  }
  return [product, xx, yy];
}
