import { IndexLinear as OfKeys, SparseLinear as OfPairs } from "@rushlight/layers";
import { type Activation, isTable, Module, type ParameterLists, type Table } from "@rushlight/module";
import { randn, Tensor, tensor } from "@rushlight/tensor";
import { batchless, type Row } from "./Row.ts";

/** The features of every sample; one comes twice. */
const features = [4, 0, 4];
const inputSize = 5;

/** A sparse layer as a function of the values alone, `[features]` or `[N, features]`, for features that stay the same. */
abstract class OfValues<I extends Activation> extends Module {
  protected readonly layer: Module<I, Tensor>;
  private packed: { readonly samples: number; readonly single: boolean; readonly input: I } | undefined;

  constructor(layer: Module<I, Tensor>) {
    super();
    this.layer = layer;
  }

  /** An input for the layer. */
  protected abstract pack(values: Tensor): I;

  /** Puts values into an input for the layer. */
  protected abstract refill(input: I, values: Tensor): void;

  /** The gradient of feature f in sample n. */
  protected abstract gradient(gradInput: I, n: number, f: number): number;

  override updateOutput(values: Tensor): Tensor {
    return this.output.set(this.layer.forward(this.inputOf(values)));
  }

  override updateGradInput(values: Tensor, gradOutput: Tensor): Tensor {
    const gradInput = this.layer.updateGradInput(this.inputOf(values), gradOutput);
    const rows = rowsOf(this.gradInput.resizeAs(values));
    for (let n = 0; n < rows.size(0); n++) {
      for (let e = 0; e < features.length; e++) rows.put([n, e], this.gradient(gradInput, n, features[e]));
    }
    return this.gradInput;
  }

  override accGradParameters(values: Tensor, gradOutput: Tensor, scale = 1): void {
    this.layer.accGradParameters(this.inputOf(values), gradOutput, scale);
  }

  override accUpdateGradParameters(values: Tensor, gradOutput: Tensor, learningRate: number): void {
    this.layer.shared = this.shared;
    this.layer.accUpdateGradParameters(this.inputOf(values), gradOutput, learningRate);
  }

  override zeroGradParameters(): void {
    this.layer.shared = this.shared;
    this.layer.zeroGradParameters();
  }

  override updateParameters(learningRate: number): void {
    this.layer.shared = this.shared;
    this.layer.updateParameters(learningRate);
  }

  override parameters(): ParameterLists {
    return this.layer.parameters();
  }

  override clearState(): this {
    this.layer.clearState();
    return super.clearState();
  }

  private inputOf(values: Tensor): I {
    const single = values.dim() === 1;
    const samples = single ? 1 : values.size(0);
    if (this.packed?.samples !== samples || this.packed.single !== single) {
      this.packed = { samples, single, input: this.pack(values) };
    }
    this.refill(this.packed.input, values);
    return this.packed.input;
  }
}

class SparseLinear extends OfValues<Activation> {
  private readonly table: boolean;

  constructor(table = false) {
    super(new OfPairs(inputSize, 2, { doGradInput: true }));
    this.table = table;
  }

  protected override pack(values: Tensor): Activation {
    const samples = rowsOf(values).size(0);
    const pairs = new Tensor([samples, features.length, 2], { dtype: values.dtype });
    for (let n = 0; n < samples; n++) for (const [e, feature] of features.entries()) pairs.put([n, e, 0], feature);
    if (values.dim() === 1) return pairs.select(0, 0);
    return this.table ? [...pairs.slices()] : pairs;
  }

  protected override refill(input: Activation, values: Tensor): void {
    if (isTable(input)) for (const [n, each] of input.entries()) this.refill(each, values.select(0, n));
    else input.select(-1, 1).copy(values);
  }

  protected override gradient(gradInput: Activation, n: number, f: number): number {
    if (isTable(gradInput)) return this.gradient(gradInput[n], 0, f);
    return gradInput.dim() === 2 ? gradInput.get(f, 1) : gradInput.get(n, f, 1);
  }
}

class IndexLinear extends OfValues<Table> {
  private readonly list: boolean;

  constructor(list: boolean) {
    super(new OfKeys(inputSize, 2, { doGradInput: true }).reset());
    this.list = list;
  }

  protected override pack(values: Tensor): Table {
    const keys = tensor(features, { dtype: "int32" });
    if (values.dim() === 1) return [keys, values.clone()];
    const samples = values.size(0);
    if (this.list) return [Array.from({ length: samples }, () => keys), [...values.clone().slices()]];
    const sizes = new Tensor([samples], { dtype: "int32" }).fill(features.length);
    return [keys.repeatTensor(samples), values.clone().view(-1), sizes];
  }

  protected override refill([, target]: Table, values: Tensor): void {
    if (isTable(target)) {
      for (const [n, each] of target.entries()) if (!isTable(each)) each.copy(values.select(0, n));
    } else target.viewAs(values).copy(values);
  }

  protected override gradient([, gradients]: Table, n: number, f: number): number {
    if (!isTable(gradients)) return gradients.dim() === 1 ? gradients.get(f) : gradients.get(n, f);
    const gradient = gradients[n];
    return isTable(gradient) ? Number.NaN : gradient.get(f);
  }
}

/** Layers of sparse inputs, as functions of the values in them. */
export const sparseRows: readonly Row[] = [
  { name: "SparseLinear of a batch", module: () => new SparseLinear(), input: () => randn(4, 3) },
  { name: "SparseLinear of a table", module: () => new SparseLinear(true), input: () => randn(4, 3) },
  { name: "SparseLinear of one sample", module: () => new SparseLinear(), input: () => randn(3), ...batchless },
  { name: "IndexLinear of lists", module: () => new IndexLinear(true), input: () => randn(4, 3) },
  { name: "IndexLinear of samples in a row", module: () => new IndexLinear(false), input: () => randn(4, 3) },
  { name: "IndexLinear of one sample", module: () => new IndexLinear(false), input: () => randn(3), ...batchless },
];

function rowsOf(values: Tensor): Tensor {
  return values.dim() === 1 ? values.unsqueeze(0) : values;
}
