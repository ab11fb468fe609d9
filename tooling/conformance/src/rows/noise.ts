import { Dropout, L1Penalty as Penalty, SpatialDropout, VolumetricDropout, WhiteNoise } from "@rushlight/layers";
import { checkGradOutput, Module } from "@rushlight/module";
import { randn, Tensor } from "@rushlight/tensor";
import { batchless, inplace, type Row } from "./Row.ts";

/** The sum of what L1Penalty gives, and its penalty: gradInput is the gradient of both together, not of the output. */
class L1Penalty extends Module {
  private readonly penalty: Penalty;
  private ones = new Tensor([], { resident: true });

  constructor(penalty: Penalty) {
    super();
    this.penalty = penalty;
  }

  override updateOutput(input: Tensor): Tensor {
    const sum = this.penalty.forward(input).sum();
    return this.output.resize(1).fill((this.penalty.provideOutput ? sum : 0) + this.penalty.loss);
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkGradOutput(this, gradOutput, this.output);
    const gradInput = this.penalty.backward(input, this.ones.resizeAs(input).fill(1));
    return this.gradInput.resizeAs(input).copy(gradInput).mul(gradOutput.get(0));
  }

  override clearState(): this {
    this.penalty.clearState();
    return super.clearState();
  }
}

/** Dropout, noise and penalties. */
export const noiseRows: readonly Row[] = [
  { name: "Dropout", module: () => new Dropout(0.4), input: () => randn(4, 3), ...batchless },
  {
    name: "Dropout, scaled in evaluation",
    module: () => new Dropout(0.4, { v1: true }),
    input: () => randn(4, 3),
    ...batchless,
  },
  { name: "Dropout in place", module: () => new Dropout(0.4, { inplace: true }), input: () => randn(4, 3), ...inplace },
  { name: "Dropout in evaluation", module: () => new Dropout(0.4).evaluate(), input: () => randn(4, 3) },
  {
    name: "Dropout in evaluation, scaled there",
    module: () => new Dropout(0.4, { v1: true }).evaluate(),
    input: () => randn(4, 3),
  },
  {
    name: "L1Penalty",
    module: () => new L1Penalty(new Penalty(0.1)),
    input: () => randn(4, 3),
    skipped: ["batching"],
  },
  {
    name: "L1Penalty that averages",
    module: () => new L1Penalty(new Penalty(0.1, { sizeAverage: true })),
    input: () => randn(4, 3),
    skipped: ["batching"],
  },
  {
    name: "L1Penalty alone",
    module: () => new L1Penalty(new Penalty(0.1, { provideOutput: false })),
    input: () => randn(4, 3),
    skipped: ["batching"],
  },
  { name: "SpatialDropout", module: () => new SpatialDropout(0.4), input: () => randn(2, 4, 2, 3), ...batchless },
  {
    name: "SpatialDropout of one image",
    module: () => new SpatialDropout(0.4),
    input: () => randn(4, 2, 3),
    ...batchless,
  },
  {
    name: "VolumetricDropout",
    module: () => new VolumetricDropout(0.4),
    input: () => randn(2, 4, 2, 1, 3),
    ...batchless,
  },
  {
    name: "VolumetricDropout of one volume",
    module: () => new VolumetricDropout(0.4),
    input: () => randn(4, 2, 1, 3),
    ...batchless,
  },
  { name: "WhiteNoise", module: () => new WhiteNoise(1, 0.5), input: () => randn(4, 3), ...batchless },
];
