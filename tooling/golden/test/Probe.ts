import { Module } from "@rushlight/module";
import { type Tensor, tensor, zeros } from "@rushlight/tensor";

/** A module that doubles, and shows what was done to it. */
export class Probe extends Module {
  readonly received: readonly unknown[];
  readonly log: unknown[] = [];
  runningMean: Tensor = zeros(2);
  sizeAverage = true;
  loss = 0;
  contiguous: boolean | undefined;

  constructor(...received: readonly unknown[]) {
    super();
    this.received = received;
    this.weight = tensor([1, 1]);
    this.gradWeight = zeros(2);
  }

  add(...args: readonly unknown[]): this {
    this.log.push(args);
    return this;
  }

  setPartition(...args: readonly unknown[]): this {
    this.log.push(args);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    this.contiguous = input.isContiguous();
    this.loss = input.sum();
    this.runningMean.copy(input);
    return this.output.resizeAs(input).copy(input).mul(2);
  }

  override updateGradInput(_input: Tensor, gradOutput: Tensor): Tensor {
    return this.gradInput.resizeAs(gradOutput).copy(gradOutput).mul(2);
  }

  override accGradParameters(_input: Tensor, gradOutput: Tensor, scale = 1): void {
    this.gradWeight?.add(scale, gradOutput);
  }
}
