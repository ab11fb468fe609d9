import { emptied } from "@rushlight/module";
import { Tensor, zipInto } from "@rushlight/tensor";
import { uniformBound } from "../linear/uniformBound.ts";
import { checkWhole } from "../reshape/checks.ts";
import { KernelLayer } from "../windows/KernelLayer.ts";
import type { WindowLayout } from "../windows/WindowLayer.ts";
import type { WindowRounding, WindowSettings } from "../windows/Windows.ts";
import { averageGradientInto, averageInto } from "./averages.ts";

/** A learned multiple of the sum of each window, plus a bias: one weight and one bias for each channel. */
export abstract class SubSampling extends KernelLayer {
  override weight: Tensor;
  override gradWeight: Tensor;
  override bias: Tensor;
  override gradBias: Tensor;
  protected override readonly rounding: WindowRounding = "whole";
  private readonly channels: number;
  private means = new Tensor([], { resident: true });
  private scratch = new Tensor([], { resident: true });
  private factors = new Tensor([], { resident: true });
  private sums: [Tensor, Tensor] = [new Tensor([], { resident: true }), new Tensor([], { resident: true })];

  /** @throws ArgumentError for channels, kernels or strides below 1 */
  constructor(channels: number, kernel: readonly number[], stride: readonly number[], layout: WindowLayout) {
    super(withoutPadding(kernel, stride), layout);
    const what = layout === "planes" ? "a number of planes" : "a frame size";
    this.channels = checkWhole(this.constructor.name, what, channels, 1);
    this.weight = new Tensor([channels], { resident: true });
    this.gradWeight = new Tensor([channels], { resident: true });
    this.bias = new Tensor([channels], { resident: true });
    this.gradBias = new Tensor([channels], { resident: true });
    this.reset();
  }

  protected override get inputChannels(): number {
    return this.channels;
  }

  /** Draws weight and bias anew: uniform with the given standard deviation, or from ±1/√(elements of a window). */
  override reset(standardDeviation?: number): this {
    const bound = uniformBound(standardDeviation, this.windows.kernelSize);
    this.weight.uniform(-bound, bound);
    this.bias.uniform(-bound, bound);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    this.fitForward(input);
    const { output, means, windows } = this;
    const x = this.contiguousInput(input);
    this.resizeToOutput(means, input, this.channels);
    this.resizeToOutput(output, input, this.channels);
    averageInto(this, windows, this.planesOf(input), true, x, means);
    zipInto(this.constructor.name, "mul", means, this.expandedFactors(means), output);
    return output.add(this.expanded(this.bias, output));
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.fitBackward(input, gradOutput, this.channels);
    const { gradInput, scratch, windows } = this;
    scratch.resizeAs(gradOutput);
    zipInto(this.constructor.name, "mul", gradOutput, this.expandedFactors(gradOutput), scratch);
    gradInput.resizeAs(input);
    averageGradientInto(this, windows, this.planesOf(input), true, scratch, gradInput);
    return gradInput;
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    this.fitBackward(input, gradOutput, this.channels);
    const { means, scratch } = this;
    scratch.resizeAs(gradOutput);
    zipInto(this.constructor.name, "mul", gradOutput, means, scratch);
    this.accumulate(this.gradWeight, scale * this.windows.kernelSize, scratch);
    this.accumulate(this.gradBias, scale, this.contiguousGradOutput(gradOutput));
  }

  override clearState(): this {
    this.means = emptied(this.means);
    this.scratch = emptied(this.scratch);
    this.factors = emptied(this.factors);
    this.sums = emptied(this.sums);
    return super.clearState();
  }

  /** What the means are multiplied by: the weights times the elements of a window. */
  private expandedFactors(like: Tensor): Tensor {
    const { factors, weight, windows } = this;
    return this.expanded(factors.resizeAs(weight).copy(weight).mul(windows.kernelSize), like);
  }

  /** One number for each channel, as a tensor of the output's size. */
  private expanded(numbers: Tensor, like: Tensor): Tensor {
    const channelDim = like.dim() - (this.layout === "planes" ? this.sampleDims : 1);
    const sizes = like.size();
    return numbers.view(sizes.map((_, d) => (d === channelDim ? this.channels : 1))).expand(sizes);
  }

  /** gradient ← gradient + scale·(the sum of each channel of contiguous terms). */
  private accumulate(gradient: Tensor, scale: number, terms: Tensor): void {
    const { layout, channels, windows } = this;
    const inner = layout === "planes" ? windows.outputSize : 1;
    const rows = terms.view(terms.nElement() / (channels * inner), channels, inner);
    const sum = rows.sum(2, { out: this.sums[0] }).sum(0, { out: this.sums[1] });
    gradient.view(1, channels, 1).add(scale, sum);
  }
}

function withoutPadding(kernel: readonly number[], stride: readonly number[]): WindowSettings {
  return { kernel, stride, pad: kernel.map(() => 0), dilation: kernel.map(() => 1) };
}
