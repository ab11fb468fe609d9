import { type Activation, Module, type TypeFunction } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";

interface SameType extends TypeFunction {
  readonly takes: Activation;
  readonly gives: this["given"];
}

/**
 * Gives what it takes, the same object: y = x, dx = dy, for tensors and tables. Torch's `nn.Identity`.
 *
 * @example
 * ```ts
 * import { Identity } from "@rushlight/containers";
 * import { ones } from "@rushlight/tensor";
 *
 * const x = ones(2);
 * console.log(new Identity().forward(x) === x); // true
 * ```
 */
export class Identity extends Module<Activation, Activation> {
  declare readonly typeFunction?: SameType;

  override forward<Given extends Activation>(input: Given): Given;
  override forward(input: Activation): Activation {
    return super.forward(input);
  }

  override updateOutput(input: Activation): Activation {
    this.output = input;
    return input;
  }

  override updateGradInput(_input: Activation, gradOutput: Activation): Activation {
    this.gradInput = gradOutput;
    return gradOutput;
  }

  override clearState(): this {
    this.output = new Tensor([], { resident: true });
    this.gradInput = new Tensor([], { resident: true });
    return this;
  }
}
