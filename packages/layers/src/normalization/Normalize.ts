import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { ArgumentError, mapInto, Tensor, zipInto } from "@rushlight/tensor";
import { asRows } from "../linear/VectorLayer.ts";

/**
 * Vectors divided by their p-norm: y = x/‖x‖ with ‖x‖ = (Σᵢ |xᵢ|ᵖ + ε)^(1/p), or maxᵢ |xᵢ| + ε for p = ∞. Torch's
 * `nn.Normalize`.
 *
 * Shapes: `[C] → [C]`, `[N, C] → [N, C]`, row by row. The gradient is dx = (dy − y∘|y|ᵖ⁻²·(y·dy))/‖x‖. In place of
 * y∘|y|ᵖ⁻² stands x∘(|x| + ε)ᵖ⁻²·‖x‖¹⁻ᵖ for p below 2, as powers grow without limit at 0; for p = ∞, y at the element of
 * largest magnitude, the first of equals, and 0 elsewhere.
 *
 * @example
 * ```ts
 * import { Normalize } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[4, -4], [2, 6]]);
 * console.log(new Normalize(1).forward(x).toArray()); // [ [ 0.5, -0.5 ], [ 0.25, 0.75 ] ]
 * console.log(new Normalize(Infinity).forward(x).toArray()[0]); // [ 1, -1 ]
 * ```
 */
export class Normalize extends Module {
  /** Which norm: above 0, `Infinity` for the largest magnitude. */
  readonly p: number;
  /** What is added to sums of powers, or to the largest magnitude, so that nothing is divided by 0. */
  readonly eps: number;
  private norms = new Tensor([], { resident: true });
  private powers = new Tensor([], { resident: true });
  private dots = new Tensor([], { resident: true });
  private factors = new Tensor([], { resident: true });
  private largest: Tensor<"int32"> = new Tensor([], { dtype: "int32", resident: true });

  /**
   * @param p which norm: above 0, `Infinity` for the largest magnitude
   * @param eps what is added before dividing; 1e-10 when left out
   * @throws ArgumentError for a p that is not above 0, and for an eps below 0
   */
  constructor(p: number, eps = 1e-10) {
    super();
    if (!(p > 0)) throw new ArgumentError(`Normalize: expected a norm p above 0, got ${String(p)}`);
    if (!(eps >= 0 && eps < Infinity)) {
      throw new ArgumentError(`Normalize: expected an eps of at least 0, got ${String(eps)}`);
    }
    this.p = p;
    this.eps = eps;
  }

  override updateOutput(input: Tensor): Tensor {
    this.checkVectors(input);
    const { p, eps, norms, powers } = this;
    const x = asRows(input);
    mapInto("Normalize", "abs", x, powers.resizeAs(x));
    if (p === Infinity) {
      powers.max(1, { out: [norms, this.largest] });
      norms.add(eps);
    } else {
      powers
        .pow(p)
        .sum(1, { out: norms })
        .add(eps)
        .pow(1 / p);
    }
    zipInto("Normalize", "div", x, norms.expandAs(x), asRows(this.output.resizeAs(input)));
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.checkVectors(input);
    checkGradOutput(this, gradOutput, this.output);
    if (!input.isSameSizeAs(this.output)) throw inputSizeError(this, "the input of the last forward", input);
    const { norms, powers, dots } = this;
    const [x, y, dy] = [asRows(input), asRows(this.output), asRows(gradOutput)];
    const dx = asRows(this.gradInput.resizeAs(input));
    zipInto("Normalize", "mul", y, dy, dx);
    dx.sum(1, { out: dots });
    this.differentiateNorm(x, y);
    dx.copy(dy).addcmul(-1, powers, dots.expandAs(dx)).cdiv(norms.expandAs(dx));
    return this.gradInput;
  }

  override clearState(): this {
    this.norms = emptied(this.norms);
    this.powers = emptied(this.powers);
    this.dots = emptied(this.dots);
    this.factors = emptied(this.factors);
    this.largest = emptied(this.largest);
    return super.clearState();
  }

  override toString(): string {
    if (this.p === Infinity) return "nn.Normalize(inf)";
    return `nn.Normalize(${Number.isInteger(this.p) ? this.p : this.p.toFixed(6)})`;
  }

  /** powers ← the gradient of the norm, y∘|y|ᵖ⁻², or what stands for it. */
  private differentiateNorm(x: Tensor, y: Tensor): void {
    const { p, eps, norms, powers, factors, largest } = this;
    powers.resizeAs(x);
    if (p === Infinity) {
      powers.zero().scatter(1, largest, y.gather(1, largest, { out: factors }));
    } else if (p === 2) {
      powers.copy(y);
    } else if (p > 2) {
      mapInto("Normalize", "abs", y, powers);
      powers.pow(p - 2).cmul(y);
    } else {
      mapInto("Normalize", "abs", x, powers);
      mapInto("Normalize", "powScalar", norms, factors.resizeAs(norms), 1 - p);
      powers
        .add(eps)
        .pow(p - 2)
        .cmul(x)
        .cmul(factors.expandAs(x));
    }
  }

  private checkVectors(input: Tensor): void {
    checkInputDType(this, input, this.output.dtype);
    if (input.dim() < 1 || input.dim() > 2) throw inputSizeError(this, "[C] or [N, C]", input);
  }
}
