import {
  type Activation,
  type AnyModule,
  Container,
  checkGradOutput,
  type OutputOf,
  printBranches,
} from "@rushlight/module";
import { checkDimension, DTypeError, formatSize, isTensor, ShapeError, type Size, Tensor } from "@rushlight/tensor";
import { checkWhole } from "../checks/tables.ts";
import type { Fits } from "../sequential/joints.ts";
import type { Gives } from "./types.ts";

/** Modules side by side whose outputs, tensors, are joined along a dimension. */
export abstract class JoinedBranches<I extends Activation, Member extends Activation = I> extends Container<I, Tensor> {
  /** The dimension that outputs are joined along; negative ones count from the end. */
  readonly dimension: number;

  /** Whether outputs may differ in the other dimensions too: zeros are around the smaller ones. */
  protected readonly padded: boolean = false;

  constructor(dimension: number) {
    super();
    this.dimension = checkWhole(this.constructor.name, "dimension", dimension);
  }

  /** Adds a module beside the others. */
  add<M extends AnyModule>(module: M & Fits<M, Member> & Gives<OutputOf<M, Member>, Tensor>): this;
  add(module: AnyModule): this {
    this.modules.push(module);
    return this;
  }

  override updateOutput(input: I): Tensor {
    const outputs = this.inputsOf(input).map((member, i) => this.tensorOutput(i, member));
    const size = this.joinedSize(outputs);
    const { dtype } = outputs[0];
    if (this.output.dtype !== dtype) this.output = new Tensor([], { dtype, resident: true });
    this.output.resize(size);
    if (this.padded) this.output.zero();
    for (const [i, place] of this.placesIn(this.output, outputs).entries()) place.copy(outputs[i]);
    return this.output;
  }

  override updateGradInput(input: I, gradOutput: Tensor): I {
    const members = this.inputsOf(input);
    const parts = this.partsOf(members, gradOutput);
    this.gradInput = this.gathered(input, (i) => this.childGradInput(i, members[i], parts[i], this.needsGradInput));
    return this.gradInput;
  }

  override accGradParameters(input: I, gradOutput: Tensor, scale = 1): void {
    const members = this.inputsOf(input);
    for (const [i, part] of this.partsOf(members, gradOutput).entries()) {
      this.childAccGradParameters(i, members[i], part, scale);
    }
  }

  override backward(input: I, gradOutput: Tensor, scale = 1): I {
    const members = this.inputsOf(input);
    const parts = this.partsOf(members, gradOutput);
    this.gradInput = this.gathered(input, (i) =>
      this.childBackward(i, members[i], parts[i], scale, this.needsGradInput),
    );
    return this.gradInput;
  }

  override accUpdateGradParameters(input: I, gradOutput: Tensor, learningRate: number): void {
    const members = this.inputsOf(input);
    for (const [i, part] of this.partsOf(members, gradOutput).entries()) {
      this.childAccUpdate(i, members[i], part, learningRate);
    }
  }

  override toString(): string {
    return printBranches(super.toString(), this.modules);
  }

  /** What the modules take, of the input: one for each that takes part. */
  protected abstract inputsOf(input: I): readonly Member[];

  /** The input gradient, put together from those of the modules. */
  protected abstract gathered(input: I, gradientOf: (index: number) => Activation): I;

  private tensorOutput(index: number, input: Member): Tensor {
    const output = this.childOutput(index, input);
    if (isTensor(output)) return output;
    throw new ShapeError(`${this.describe()}: expected a tensor from ${this.modules[index].describe()}, got a table`);
  }

  private joinedSize(outputs: readonly Tensor[]): Size {
    const name = this.describe();
    if (outputs.length === 0) throw new ShapeError(`${name}: expected at least one module, got none`);
    const [first] = outputs;
    const dimension = checkDimension(name, this.dimension, first.dim());
    for (const output of outputs) {
      if (output.dtype !== first.dtype) {
        throw new DTypeError(`${name}: expected outputs of one dtype, got ${first.dtype} and ${output.dtype}`);
      }
      const fits =
        output.dim() === first.dim() &&
        output.size().every((extent, d) => this.padded || d === dimension || extent === first.size(d));
      if (!fits) {
        throw new ShapeError(
          `${name}: expected outputs that ${this.padded ? "have as many dimensions" : `differ only in dimension ${dimension}`}, got ${formatSize(first.size())} and ${formatSize(output.size())}`,
        );
      }
    }
    return first.size().map((_, d) => {
      const extents = outputs.map((output) => output.size(d));
      return d === dimension ? extents.reduce((total, extent) => total + extent, 0) : Math.max(...extents);
    });
  }

  /** The part of the joined output, or of its gradient, that belongs to each module. */
  private placesIn(joined: Tensor, outputs: readonly Tensor[]): Tensor[] {
    const dimension = checkDimension(this.describe(), this.dimension, joined.dim());
    let offset = 0;
    return outputs.map((output) => {
      let place = joined;
      for (let d = 0; d < joined.dim(); d++) {
        const [whole, extent] = [joined.size(d), output.size(d)];
        const start = d === dimension ? offset : Math.floor((whole - extent) / 2);
        if (whole !== extent) place = place.narrow(d, start, extent);
      }
      offset += output.size(dimension);
      return place;
    });
  }

  private partsOf(members: readonly Member[], gradOutput: Tensor): Tensor[] {
    checkGradOutput(this, gradOutput, this.output);
    const outputs = members.map((_, i) => this.modules[i].output).filter((output) => isTensor(output));
    return this.placesIn(gradOutput, outputs);
  }
}
