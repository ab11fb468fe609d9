import { type Activation, Module, type TypeFunction } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";
import type { NestedAs } from "../tables/members.ts";

interface SameType extends TypeFunction {
  readonly takes: Activation;
  readonly gives: this["given"];
}

/** A module that gives what it takes, the same object: y = x, for tensors and tables. */
export abstract class PassThrough extends Module<Activation, Activation> {
  declare readonly typeFunction?: SameType;

  override forward<Given extends Activation>(input: Given): Given;
  override forward(input: Activation): Activation {
    return super.forward(input);
  }

  override backward<Given extends Activation>(input: Activation, gradOutput: Given, scale?: number): NestedAs<Given>;
  override backward(input: Activation, gradOutput: Activation, scale = 1): Activation {
    return super.backward(input, gradOutput, scale);
  }

  override updateOutput(input: Activation): Activation {
    this.output = input;
    return input;
  }

  // What it holds is the caller's.
  override clearState(): this {
    this.output = new Tensor([], { resident: true });
    this.gradInput = new Tensor([], { resident: true });
    return this;
  }
}
