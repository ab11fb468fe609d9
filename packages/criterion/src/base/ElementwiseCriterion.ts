import { formatSize, ShapeError, Tensor } from "@rushlight/tensor";
import { AveragingCriterion } from "./AveragingCriterion.ts";
import { checkFloats, checkNotEmpty } from "./checks.ts";
import { dense } from "./dense.ts";

/**
 * A criterion of elements: Σ f(x, t), divided by the number of elements when it averages. The target has as many elements
 * as the input, which correspond in row-major order.
 */
export abstract class ElementwiseCriterion extends AveragingCriterion {
  private denseTarget = new Tensor([], { resident: true });

  override updateOutput(input: Tensor, target: Tensor): number {
    const aligned = this.align(input, target);
    this.output = this.total(input, aligned) * this.factor(input.nElement());
    return this.output;
  }

  override updateGradInput(input: Tensor, target: Tensor): Tensor {
    const aligned = this.align(input, target);
    this.gradInput.resizeAs(input);
    this.differentiate(input, aligned, this.factor(input.nElement()));
    return this.gradInput;
  }

  /** Σ f(x, t), for an input and a target of one size. */
  protected abstract total(input: Tensor, target: Tensor): number;

  /** gradInput ← scale·∂f/∂x, for an input, a target and a gradInput of one size. */
  protected abstract differentiate(input: Tensor, target: Tensor, scale: number): void;

  /** Throws when an input and a target of as many elements are still nothing to compare. */
  protected check(_input: Tensor, _target: Tensor): void {}

  private align(input: Tensor, target: Tensor): Tensor {
    checkFloats(this, "input", input);
    checkFloats(this, "target", target);
    checkNotEmpty(this, input);
    if (target.nElement() !== input.nElement()) {
      throw new ShapeError(
        `${this.constructor.name}: expected a target with as many elements as the input, got ${formatSize(target.size())} for ${formatSize(input.size())}`,
      );
    }
    this.check(input, target);
    return target.isSameSizeAs(input) ? target : dense(target, this.denseTarget).viewAs(input);
  }
}
