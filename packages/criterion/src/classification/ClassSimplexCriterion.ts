import { ArgumentError, formatSize, mm, ShapeError, Tensor } from "@rushlight/tensor";
import { AveragingCriterion, type SizeAverageOptions } from "../base/AveragingCriterion.ts";
import { checkSamples } from "../base/parts.ts";
import { rowsOf } from "../base/rows.ts";
import { subtract } from "../base/subtract.ts";
import { checkLabels, checkRows, type Labels } from "./labels.ts";
import { simplexVertices } from "./simplex.ts";

/**
 * The mean squared error from the vertex of a regular simplex that stands for the class. Loss: Σ (x − v[t])² / n over all n
 * elements; without averaging the sum. Torch's `nn.ClassSimplexCriterion`, after Mroueh, Poggio, Rosasco and Slotine,
 * "Multiclass learning with simplex coding" (2012).
 *
 * Shapes: input `[N, C]` with labels `[N]` from 0 to C − 1, or `[C]` with one label. The vertices are unit vectors that are
 * equally far apart. Gradient: 2·(x − v[t]) / n.
 *
 * @example
 * ```ts
 * import { ClassSimplexCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new ClassSimplexCriterion(2);
 * console.log(criterion.simplex.toArray()); // [ [ 1, 0 ], [ -1, 0 ] ]
 * console.log(criterion.forward(tensor([[1, 0], [1, 2]]), tensor([0, 1], { dtype: "int32" }))); // 2
 * console.log(criterion.getTopPrediction(tensor([[0.5, 0], [-3, 1]])).toArray()); // [ 0, 1 ]
 * ```
 */
export class ClassSimplexCriterion extends AveragingCriterion<Tensor, Labels> {
  readonly nClasses: number;
  /** The vertices, `[C, C]`: one row for each class. */
  readonly simplex: Tensor;
  private vertices = new Tensor([], { resident: true });
  private difference = new Tensor([], { resident: true });

  /**
   * @param nClasses C, at least 2
   * @throws ArgumentError for another number of classes, and for options that do not exist
   */
  constructor(nClasses: number, options: SizeAverageOptions = {}) {
    super(options);
    if (!Number.isInteger(nClasses) || nClasses < 2) {
      throw new ArgumentError(`ClassSimplexCriterion: expected at least 2 classes, got ${nClasses}`);
    }
    this.nClasses = nClasses;
    this.simplex = simplexVertices(nClasses);
  }

  override updateOutput(input: Tensor, target: Labels): number {
    const difference = subtract(this.difference, input, this.verticesOf(input, target));
    this.output = difference.dot(difference) * this.factor(input.nElement());
    return this.output;
  }

  override updateGradInput(input: Tensor, target: Labels): Tensor {
    const vertices = this.verticesOf(input, target);
    return subtract(this.gradInput, input, vertices).mul(2 * this.factor(input.nElement()));
  }

  /** How far inputs reach towards each vertex: x·Vᵀ, a new tensor of the input's size. */
  getPredictions(input: Tensor): Tensor {
    this.checkInput(input);
    const rows = input.dim() === 1 ? input.unsqueeze(0) : input;
    return mm(rows, this.simplex.t()).viewAs(input);
  }

  /** The class whose vertex inputs are nearest to: a new int32 tensor `[N]`, `[1]` for an input `[C]`. */
  getTopPrediction(input: Tensor): Tensor<"int32"> {
    const [, classes] = this.getPredictions(input).max(-1);
    return classes.view(-1);
  }

  protected override checkPart(input: Tensor): void {
    checkSamples(this, input, 2, "[N, C]");
  }

  private checkInput(input: Tensor): void {
    checkRows(this, input);
    if (input.size(-1) === this.nClasses) return;
    throw new ShapeError(
      `ClassSimplexCriterion: expected an input of ${this.nClasses} classes, got ${formatSize(input.size())}`,
    );
  }

  private verticesOf(input: Tensor, target: Labels): Tensor {
    this.checkInput(input);
    const labels = checkLabels(this, input, target);
    const vertices = this.vertices.resizeAs(input);
    const { elements, offset, stride } = labels;
    const [samples, start, rowStride] = rowsOf(vertices);
    const { data } = vertices.storage();
    const simplex = this.simplex.storage().data;
    const { nClasses } = this;
    for (let row = 0; row < samples; row++) {
      const from = elements[offset + row * stride] * nClasses;
      const to = start + row * rowStride;
      for (let c = 0; c < nClasses; c++) data[to + c] = simplex[from + c];
    }
    return vertices;
  }
}
