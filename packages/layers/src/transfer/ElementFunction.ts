import { checkGradOutput, checkInputDType, Module } from "@rushlight/module";
import { type MapOperation, mapInto, type Tensor, type ZipOperation, zipInto } from "@rushlight/tensor";
import { checkLastInput } from "./checkLastInput.ts";
import { asHeld } from "./numbers.ts";

/** A function of each element alone: y = f(x), dx = dy·f′, for any shape, by one kernel for each direction. */
export abstract class ElementFunction extends Module {
  /** The kernel that computes f. */
  protected abstract readonly operation: MapOperation;
  /** The kernel that computes dx from dy and from x or y. */
  protected abstract readonly gradientOperation: ZipOperation;
  /** Which of x and y the gradient is computed from. */
  protected abstract readonly gradientFrom: "input" | "output";
  /** Whether forward overwrites its input and backward its gradOutput. */
  protected readonly inplace: boolean = false;

  /** The first scalar of both kernels. */
  protected get a(): number {
    return 0;
  }

  /** The second scalar of both kernels. */
  protected get b(): number {
    return 0;
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    if (this.inplace) this.output.set(input);
    else this.output.resizeAs(input);
    const [a, b] = this.scalars();
    mapInto(this.operation, this.operation, input, this.output, a, b);
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkLastInput(this, input);
    checkGradOutput(this, gradOutput, this.output);
    if (this.inplace) this.gradInput.set(gradOutput);
    else this.gradInput.resizeAs(this.output);
    const from = this.gradientFrom === "input" ? input : this.output;
    const [a, b] = this.scalars();
    zipInto(this.gradientOperation, this.gradientOperation, gradOutput, from, this.gradInput, a, b);
    return this.gradInput;
  }

  private scalars(): readonly [a: number, b: number] {
    const { dtype } = this.output;
    return [asHeld(this.a, dtype), asHeld(this.b, dtype)];
  }
}
