import * as nn from "@rushlight/nn";
import { Tensor } from "@rushlight/tensor";

/** So that the logarithm of a probability that was rounded to 0 is finite. */
const EPSILON = 1e-7;

/**
 * Softmax and cross entropy in one: p = softmax(scores), loss = −mean over samples of Σ y·ln(p + ε) for one-hot targets y. The
 * two are joined because their derivative is so simple: (p − y) / N.
 */
export class SoftMaxCrossEntropy extends nn.Criterion {
  private readonly softMax = new nn.SoftMax();
  private readonly logarithms = new Tensor([], { resident: true });

  /** The probabilities of the last forward: `[N, C]`. */
  get probabilities(): Tensor {
    return this.softMax.output;
  }

  /**
   * @param scores `[N, C]`
   * @param target `[N, C]`: 1 for the class of a sample, 0 for all others
   */
  updateOutput(scores: Tensor, target: Tensor): number {
    const p = this.softMax.forward(scores);
    const logarithms = this.logarithms
      .resizeAs(p)
      .copy(p)
      .add(EPSILON)
      .log();
    this.output = -logarithms.cmul(target).sum() / scores.size(0);
    return this.output;
  }

  updateGradInput(scores: Tensor, target: Tensor): Tensor {
    const p = this.probabilities;
    return this.gradInput
      .resizeAs(p)
      .copy(p)
      .csub(target)
      .div(scores.size(0));
  }
}
