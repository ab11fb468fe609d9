import { emptied } from "@rushlight/module";
import { ArgumentError, mapInto, Tensor, zipInto } from "@rushlight/tensor";
import { RowPair } from "./RowPair.ts";

/** Keeps the gradient of a distance of 0 finite. */
const EPSILON = 1e-6;

/**
 * The distances of the rows of two matrices in the p-norm: yₙ = (Σᵢ |aₙᵢ − bₙᵢ|ᵖ)^(1/p). Torch's `nn.PairwiseDistance`.
 *
 * With d = aₙ − bₙ, daₙ = dyₙ·sign(d)·|d|ᵖ⁻¹ / (yₙ + 10⁻⁶)ᵖ⁻¹, 0 where elements are equal, and dbₙ = −daₙ.
 *
 * Shapes: `{[N, D], [N, D]} → [N]`, `{[D], [D]} → [1]`.
 *
 * @example
 * ```ts
 * import { PairwiseDistance } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const pair = [tensor([[0, 0], [1, 1]]), tensor([[3, 4], [1, 3]])] as const;
 * console.log(new PairwiseDistance().forward(pair).toArray()); // [ 5, 2 ]
 * console.log(new PairwiseDistance(1).forward(pair).toArray()); // [ 7, 2 ]
 * ```
 */
export class PairwiseDistance extends RowPair {
  /** The power p. */
  readonly norm: number;
  private differences = new Tensor([], { resident: true });
  private lengths = new Tensor([], { resident: true });

  /**
   * @param norm the power p, at least 1; 2 when left out
   * @throws ArgumentError for one that is below 1 or not finite
   */
  constructor(norm = 2) {
    super();
    if (!(norm >= 1 && Number.isFinite(norm))) {
      throw new ArgumentError(`PairwiseDistance: expected a finite p of at least 1, got ${norm}`);
    }
    this.norm = norm;
  }

  protected override compute(a: Tensor, b: Tensor): void {
    zipInto("PairwiseDistance", "add", a, b, this.differences.resizeAs(a), -1);
    this.differences.norm(this.norm, 1, { keepDim: false, out: this.output });
  }

  protected override differentiate(a: Tensor, b: Tensor, gradOutput: Tensor, da: Tensor, db: Tensor): void {
    const lengths = this.lengths.resizeAs(gradOutput).copy(this.output.unsqueeze(1)).add(EPSILON);
    zipInto("PairwiseDistance", "add", a, b, da, -1);
    if (this.norm === 2) {
      zipInto("PairwiseDistance", "div", gradOutput, lengths, lengths);
      da.cmul(lengths.expandAs(da));
    } else {
      if (this.norm === 1) da.sign();
      else this.raise(da.cdiv(lengths.expandAs(da)), this.norm - 1);
      da.cmul(gradOutput.expandAs(da));
    }
    mapInto("PairwiseDistance", "neg", da, db);
  }

  override clearState(): this {
    this.differences = emptied(this.differences);
    this.lengths = emptied(this.lengths);
    return super.clearState();
  }

  override describe(): string {
    return `PairwiseDistance(${this.norm})`;
  }

  /** Raises quotients, of which none is larger than 1, to a power and keeps their signs: nothing leaves float32 here. */
  private raise(quotients: Tensor, power: number): void {
    const magnitudes = this.differences.resizeAs(quotients);
    mapInto("PairwiseDistance", "abs", quotients, magnitudes);
    quotients.sign().cmul(magnitudes.pow(power));
  }
}
