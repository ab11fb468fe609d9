import {
  checkGradOutput,
  checkInputDType,
  emptied,
  formatSizes,
  isTable,
  Module,
  recursiveResizeAs,
} from "@rushlight/module";
import { checkDimension, formatSize, ShapeError, Tensor, zipInto } from "@rushlight/tensor";
import { checkTable, checkTensors, checkWhole } from "../checks/tables.ts";

/** What it takes: gates, and experts in a table or as the slices of a tensor. */
type GatesAndExperts = readonly [gates: Tensor, experts: Tensor | readonly Tensor[]];

/**
 * A mixture of experts, weighted by gates: {gates, experts} → y = Σₑ gateₑ·expertₑ. Torch's `nn.MixtureTable`.
 *
 * d gateₑ = Σ dy∘expertₑ over all elements of a sample, d expertₑ = gateₑ·dy.
 *
 * Shapes: gates `[N, E]` with a table of E experts `[N, ...]`, or with one tensor of which they are the slices along a
 * dimension, `[N, E, ...]`; the output is `[N, ...]`. For one sample, gates `[E]`, with no N anywhere.
 *
 * @example
 * ```ts
 * import { MixtureTable } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const experts = [tensor([1, 2]), tensor([10, 20])];
 * console.log(new MixtureTable().forward([tensor([0.5, 0.25]), experts]).toArray()); // [ 3, 6 ]
 * ```
 */
export class MixtureTable extends Module<GatesAndExperts, Tensor> {
  /** The dimension of experts in a tensor; undefined for the first behind the samples. */
  readonly dimension: number | undefined;
  override gradInput: GatesAndExperts = [new Tensor([], { resident: true }), []];
  private products = new Tensor([], { resident: true });
  private sums = new Tensor([], { resident: true });

  /**
   * @param dimension the dimension of the experts when they are in one tensor; negative ones count from the end; the
   * first behind the samples when left out
   * @throws ArgumentError for one that is not whole
   */
  constructor(dimension?: number) {
    super();
    this.dimension = dimension === undefined ? undefined : checkWhole("MixtureTable", "dimension", dimension);
  }

  override updateOutput(input: GatesAndExperts): Tensor {
    const experts = this.expertsOf(input);
    this.output.resizeAs(experts[0]).zero();
    for (const [e, expert] of experts.entries()) this.output.addcmul(expert, gateOf(input[0], e, expert));
    return this.output;
  }

  override updateGradInput(input: GatesAndExperts, gradOutput: Tensor): GatesAndExperts {
    const experts = this.expertsOf(input);
    checkGradOutput(this, gradOutput, experts[0]);
    const [gates] = input;
    const samples = gates.dim() === 2 ? gates.size(0) : 1;
    this.gradInput = recursiveResizeAs(this.gradInput, input);
    const gradients = this.membersOf(this.gradInput);
    for (const [e, expert] of experts.entries()) {
      zipInto("MixtureTable", "mul", gradOutput, gateOf(gates, e, expert), gradients[e]);
      zipInto("MixtureTable", "mul", gradOutput, expert, this.products.resizeAs(expert));
      this.products.view(samples, -1).sum(1, { out: this.sums });
      columnOf(this.gradInput[0], e).copy(this.sums);
    }
    return this.gradInput;
  }

  override clearState(): this {
    this.products = emptied(this.products);
    this.sums = emptied(this.sums);
    return super.clearState();
  }

  /** The experts, once all of the input is checked. */
  private expertsOf(input: GatesAndExperts): readonly Tensor[] {
    const [gates, mixed] = checkTable(this, "input", input, 2);
    if (isTable(gates) || gates.dim() < 1 || gates.dim() > 2) {
      throw new ShapeError(`MixtureTable: expected gates [E] or [N, E], got ${formatSizes(gates)}`);
    }
    if (isTable(mixed)) checkTensors(this, "experts", mixed);
    const experts = this.membersOf(input);
    const [first] = experts;
    for (const tensor of [gates, ...experts]) checkInputDType(this, tensor, this.type());
    const batched = gates.dim() === 2;
    const fits =
      experts.length === gates.size(-1) &&
      first.dim() > 0 &&
      experts.every((expert) => expert.isSameSizeAs(first)) &&
      (!batched || first.size(0) === gates.size(0));
    if (!fits) {
      throw new ShapeError(
        `MixtureTable: expected ${gates.size(-1)} experts of one size${batched ? ` with ${gates.size(0)} samples` : ""} for gates ${formatSize(gates.size())}, got ${formatSizes(mixed)}`,
      );
    }
    return experts;
  }

  private membersOf([gates, mixed]: GatesAndExperts): readonly Tensor[] {
    if (isTable(mixed)) return mixed;
    const first = gates.dim() === 2 ? 1 : 0;
    const dimension = checkDimension("MixtureTable", this.dimension ?? first, mixed.dim());
    if (mixed.dim() < 2 || dimension < first) {
      throw new ShapeError(
        `MixtureTable: expected experts of at least 2 dimensions, along one${first === 1 ? " behind that of the samples" : ""}, got ${formatSize(mixed.size())} along dimension ${dimension}`,
      );
    }
    return [...mixed.slices(dimension)];
  }
}

/** The gates of an expert, `[N, 1]`, or `[1, 1]` for one sample. */
function columnOf(gates: Tensor, expert: number): Tensor {
  return (gates.dim() === 2 ? gates : gates.unsqueeze(0)).narrow(1, expert, 1);
}

/** The gates of an expert, expanded to its size. */
function gateOf(gates: Tensor, e: number, expert: Tensor): Tensor {
  let gate = gates.narrow(-1, e, 1);
  if (gates.dim() === 2) gate = gate.select(1, 0);
  while (gate.dim() < expert.dim()) gate = gate.unsqueeze(gate.dim());
  return gate.expandAs(expert);
}
