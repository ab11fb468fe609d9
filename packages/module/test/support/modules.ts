import { type Tensor, zeros } from "@rushlight/tensor";
import { Module } from "../../src/index.ts";

/** y = w∘x + b: small, with both kinds of parameters. */
export class Scale extends Module {
  override weight: Tensor;
  override gradWeight: Tensor;
  override bias: Tensor | undefined;
  override gradBias: Tensor | undefined;

  constructor(size: number) {
    super();
    this.weight = zeros(size).normal();
    this.gradWeight = zeros(size);
    this.bias = zeros(size).normal();
    this.gradBias = zeros(size);
  }

  override updateOutput(input: Tensor): Tensor {
    return this.output.resizeAs(input).copy(input).cmul(this.over(input, this.weight)).add(this.over(input, this.bias));
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    return this.gradInput.resizeAs(input).copy(gradOutput).cmul(this.over(input, this.weight));
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    const rows = input.dim() === 1 ? [[input, gradOutput] as const] : [...pairs(input, gradOutput)];
    for (const [x, g] of rows) {
      this.gradWeight.addcmul(scale, x, g);
      this.gradBias?.add(scale, g);
    }
  }

  private over(input: Tensor, parameter: Tensor | undefined): Tensor {
    if (parameter === undefined) return zeros(input.size());
    return input.dim() === 1 ? parameter : parameter.view(1, -1).expandAs(input);
  }
}

function* pairs(input: Tensor, gradOutput: Tensor): Generator<readonly [Tensor, Tensor]> {
  for (let i = 0; i < input.size(0); i++) yield [input.select(0, i), gradOutput.select(0, i)];
}

/** y = x², with nothing to learn. */
export class Square extends Module {
  override updateOutput(input: Tensor): Tensor {
    return this.output.resizeAs(input).copy(input).cmul(input);
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    return this.gradInput.resizeAs(input).copy(gradOutput).cmul(input).mul(2);
  }
}
