import {
  emptied,
  inputSizeError,
  Module,
  type MovedParameters,
  type ParameterLists,
  recursiveFill,
  recursiveResizeAs,
} from "@rushlight/module";
import {
  ArgumentError,
  checkOptions,
  DTypeError,
  formatSize,
  IndexError,
  type RowGradient,
  ShapeError,
  sameSize,
  Tensor,
} from "@rushlight/tensor";
import { RowSet } from "./RowSet.ts";
import { renormRow } from "./renormRow.ts";

/** Options of {@link LookupTable}. */
export interface LookupTableOptions {
  /** An index whose row gets no gradients; none when left out. */
  readonly paddingValue?: number | undefined;
  /** How long rows may be: forward shortens longer ones that it looks up; no limit when left out. */
  readonly maxNorm?: number | undefined;
  /** The p of the p-norm that measures rows; 2 when left out. */
  readonly normType?: number;
}

const optionNames: readonly (keyof LookupTableOptions)[] = ["paddingValue", "maxNorm", "normType"];

/**
 * Looks up rows of a learned matrix by their numbers: y[i] = W[x[i]]. Torch's `nn.LookupTable`.
 *
 * Shapes: `[T] → [T, out]`, `[N, T] → [N, T, out]`; `weight` is `[rows, out]`, drawn normal with mean 0 and standard
 * deviation 1. Indices are from 0 to rows − 1, in a tensor of any dtype. Gradient: ∂W[x[i]] += ∂y[i], but nothing for
 * `paddingValue`; that of the input is zeros of its size and dtype.
 *
 * With `maxNorm`, forward first shortens each row that it looks up and that is longer:
 * W[r] ← W[r]·maxNorm / (‖W[r]‖ + 1e-7), in evaluation too.
 *
 * `zeroGradParameters`, forward, backward and `updateParameters` take time that follows the rows in use, however many the
 * table has, and so does `backwardUpdate`: of the table, or of a network around it. The first and the last of a step do so
 * while nobody else can have written to the gradients. Reading {@link gradWeight}, `parameters()`, `getParameters()` and
 * `share` hand them out: from then on both walk the whole table, with the same results.
 *
 * @example
 * ```ts
 * import { LookupTable } from "@rushlight/lookup-table";
 * import { ones, range, tensor } from "@rushlight/tensor";
 *
 * const table = new LookupTable(3, 2);
 * table.weight.copy(range(1, 6).view(3, 2));
 * const indices = tensor([2, 0, 2], { dtype: "int32" });
 * console.log(table.forward(indices).toArray()); // [ [ 5, 6 ], [ 1, 2 ], [ 5, 6 ] ]
 * table.backward(indices, ones(3, 2));
 * console.log(table.gradWeight.toArray()); // [ [ 1, 1 ], [ 0, 0 ], [ 2, 2 ] ]
 * ```
 */
export class LookupTable extends Module {
  static {
    // The accessors stand where other modules have a field: who reads it may write to the tensor, now or later. On
    // `this.prototype`: bundlers give another name to a class that names itself, and modules print their class.
    Object.defineProperty(this.prototype, "gradWeight", {
      configurable: true,
      get(this: LookupTable): Tensor {
        return this.handOutGradients();
      },
      set(this: LookupTable, gradients: Tensor) {
        this.gradients = gradients;
        this.handOutGradients();
      },
    });
  }

  readonly nIndex: number;
  readonly nOutput: number;
  override weight: Tensor;
  /** The gradient of {@link weight}, `[rows, out]`; empty after {@link accUpdateOnly}. */
  declare gradWeight: Tensor;
  /** The index whose row gets no gradients, if there is one; see {@link setPadding}. */
  paddingValue: number | undefined;
  /** How long rows may be, if there is a limit; see {@link setMaxNorm}. */
  maxNorm: number | undefined;
  /** The p of the p-norm that measures rows; see {@link setNormType}. */
  normType: number;
  /** Whether gradients are divided by how often their index comes; see {@link scaleGradByFreq}. */
  shouldScaleGradByFreq = false;
  /** Whether there is no gradient, see {@link accUpdateOnly}. */
  accUpdate = false;
  private gradients: Tensor;
  /** Whether others may have written to the gradients: then {@link used} does not say where they are not 0. */
  private handedOut = false;
  /** The rows of the gradients that may not be 0. */
  private used: RowSet;
  private lookedUp: RowSet;
  private indices: Tensor<"int32"> = new Tensor([], { dtype: "int32", resident: true });
  private rows = new Tensor([], { resident: true });

  /**
   * @param nIndex how many rows there are, at least 1
   * @param nOutput how long they are, at least 1
   * @throws ArgumentError for other sizes, for options that do not exist, and for values that they do not take
   */
  constructor(nIndex: number, nOutput: number, options: LookupTableOptions = {}) {
    super();
    checkOptions("LookupTable", options, optionNames);
    if (!isExtent(nIndex) || !isExtent(nOutput)) {
      throw new ArgumentError(
        `LookupTable: expected a number and a length of rows of at least 1, got ${nIndex} and ${nOutput}`,
      );
    }
    this.nIndex = nIndex;
    this.nOutput = nOutput;
    this.paddingValue = checkPadding(options.paddingValue, nIndex);
    this.maxNorm = checkMaxNorm(options.maxNorm);
    this.normType = checkNormType(options.normType ?? 2);
    this.weight = new Tensor([nIndex, nOutput], { resident: true });
    this.gradients = new Tensor([nIndex, nOutput], { resident: true });
    this.used = new RowSet(nIndex);
    this.lookedUp = new RowSet(nIndex);
    this.reset();
  }

  /**
   * Sets the index whose row gets no gradients; none without one. The row is looked up as any other, and is not zero
   * unless it is set so.
   *
   * @throws ArgumentError when there is no such row
   */
  setPadding(paddingValue?: number): this {
    this.paddingValue = checkPadding(paddingValue, this.nIndex);
    return this;
  }

  /**
   * Sets how long rows may be; no limit without a number.
   *
   * @throws ArgumentError unless it is above 0
   */
  setMaxNorm(maxNorm?: number): this {
    this.maxNorm = checkMaxNorm(maxNorm);
    return this;
  }

  /**
   * Sets the p of the p-norm that measures rows.
   *
   * @throws ArgumentError unless it is above 0
   */
  setNormType(normType: number): this {
    this.normType = checkNormType(normType);
    return this;
  }

  /** From now on, gradients are divided by how often their index comes in the input of the call. */
  scaleGradByFreq(): this {
    this.shouldScaleGradByFreq = true;
    return this;
  }

  /**
   * Lets go of the gradient, to save memory: from now on `backwardUpdate` and `accUpdateGradParameters` are the only way
   * to learn, and there is nothing in `parameters()`.
   */
  accUpdateOnly(): this {
    this.gradients = emptied(this.gradients);
    this.used.clear();
    this.accUpdate = true;
    return this;
  }

  /** Draws the weight anew: normal with mean 0 and the given standard deviation, 1 when left out. */
  override reset(standardDeviation = 1): this {
    this.weight.normal(0, standardDeviation);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    const indices = this.indicesOf(input);
    if (this.maxNorm !== undefined) this.renorm(indices, this.maxNorm);
    const output = this.output.resize(this.outputSize(input));
    this.weight.index(0, indices, { out: output.view(indices.nElement(), this.nOutput) });
    return output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.indicesOf(input);
    this.checkGradient(input, gradOutput);
    this.gradInput = recursiveFill(recursiveResizeAs(this.gradInput, input), 0);
    return this.gradInput;
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    if (this.accUpdate) {
      throw new ArgumentError(
        `${this.describe()}: expected a gradient to add to, got none after accUpdateOnly(); take backwardUpdate`,
      );
    }
    const indices = this.addGradients(this.gradients, input, gradOutput, scale);
    if (!this.handedOut) this.used.addAll(indices);
  }

  /** Straight into the weight, when it is shared too: gradients that were accumulated stay. */
  override accUpdateGradParameters(input: Tensor, gradOutput: Tensor, learningRate: number): void {
    this.addGradients(this.weight, input, gradOutput, -learningRate);
  }

  override parameters(): ParameterLists {
    return this.accUpdate ? [[], []] : super.parameters();
  }

  /**
   * The rows of the gradient that may not be 0, for an optimiser that moves those alone, such as `sgd` of optim. Each row comes
   * once. As long as nobody else was handed the gradient, this takes time that follows the rows in use.
   *
   * The tensors belong to the table and are overwritten by the next call.
   *
   * @throws ArgumentError after {@link accUpdateOnly}, when there is no gradient
   * @example
   * ```ts
   * import { LookupTable } from "@rushlight/lookup-table";
   * import { sgd } from "@rushlight/optim";
   * import { ones, tensor } from "@rushlight/tensor";
   *
   * const table = new LookupTable(10_000, 2);
   * table.weight.zero();
   * const words = tensor([7, 3, 7], { dtype: "int32" });
   * const evaluate = () => {
   *   table.zeroGradParameters();
   *   table.forward(words);
   *   table.backward(words, ones(3, 2));
   *   return [0, table.rowGradient()] as const;
   * };
   * sgd(evaluate, table.weight, { learningRate: 0.5 });
   * console.log(table.rowGradient().rows.toArray()); // [ 7, 3 ]
   * console.log(table.weight.select(0, 7).toArray()); // [ -1, -1 ]
   * ```
   */
  rowGradient(): RowGradient {
    if (this.accUpdate) {
      throw new ArgumentError(`${this.describe()}: expected a gradient, got none after accUpdateOnly()`);
    }
    if (this.handedOut) this.used.findAll(this.gradients);
    if (this.used.size === 0) return { rows: emptied(this.indices), values: emptied(this.rows) };
    const rows = this.used.rows();
    const values = this.gradients.index(0, rows, { out: this.rows });
    return { rows, values };
  }

  override zeroGradParameters(): void {
    if (this.handedOut) this.gradients.zero();
    else this.used.zeroRows(this.gradients);
    this.used.clear();
  }

  override moveParameters(learningRate: number, moved: MovedParameters): void {
    if (this.handedOut || this.accUpdate) {
      super.moveParameters(learningRate, moved);
      return;
    }
    if (!moved.add(this.weight) || this.used.size === 0) return;
    const used = this.used.rows();
    const steps = this.gradients.index(0, used, { out: this.rows }).mul(-learningRate);
    this.weight.indexAdd(0, used, steps);
  }

  override clearState(): this {
    this.indices = emptied(this.indices);
    this.rows = emptied(this.rows);
    return super.clearState();
  }

  override describe(): string {
    return `LookupTable(${this.nIndex} → ${this.nOutput})`;
  }

  private handOutGradients(): Tensor {
    this.handedOut = true;
    this.used.clear();
    return this.gradients;
  }

  /** Checks an input and copies its indices into a vector. */
  private indicesOf(input: Tensor): Tensor<"int32"> {
    if (input.dim() !== 1 && input.dim() !== 2) throw inputSizeError(this, "indices [T] or [N, T]", input);
    const { data } = input.storage();
    const start = input.storageOffset();
    const [samples, length] = input.dim() === 2 ? input.size() : [1, input.size(0)];
    const [sampleStride, stride] = input.dim() === 2 ? input.stride() : [0, input.stride(0)];
    const { nIndex } = this;
    for (let n = 0; n < samples; n++) {
      for (let t = 0, at = start + n * sampleStride; t < length; t++, at += stride) {
        const index = data[at];
        if (index >= 0 && index < nIndex && Math.floor(index) === index) continue;
        const place = formatSize(input.dim() === 2 ? [n, t] : [t]);
        throw new IndexError(
          `${this.describe()}: expected whole indices from 0 to ${nIndex - 1}, got ${index} at ${place}`,
        );
      }
    }
    return this.indices.resizeAs(input).copy(input).view(input.nElement());
  }

  private outputSize(input: Tensor): number[] {
    return [...input.size(), this.nOutput];
  }

  private checkGradient(input: Tensor, gradOutput: Tensor): void {
    const { dtype } = this.weight;
    if (gradOutput.dtype !== dtype) {
      throw new DTypeError(`${this.describe()}: expected a ${dtype} gradOutput, got ${gradOutput.dtype}`);
    }
    if (!sameSize(gradOutput.size(), this.outputSize(input))) {
      throw new ShapeError(
        `${this.describe()}: expected a gradOutput ${formatSize(this.outputSize(input))}, got ${formatSize(gradOutput.size())}`,
      );
    }
  }

  /** Adds the gradients of the rows, times `scale`, to the rows of a target, and gives the indices. */
  private addGradients(target: Tensor, input: Tensor, gradOutput: Tensor, scale: number): Tensor<"int32"> {
    const indices = this.indicesOf(input);
    this.checkGradient(input, gradOutput);
    target.indexAdd(0, indices, this.scaledRows(indices, gradOutput, scale));
    return indices;
  }

  private scaledRows(indices: Tensor<"int32">, gradOutput: Tensor, scale: number): Tensor {
    const size = [indices.nElement(), this.nOutput];
    const alike = this.paddingValue === undefined && !this.shouldScaleGradByFreq;
    if (alike && scale === 1 && gradOutput.isContiguous()) return gradOutput.view(size);
    const rows = this.rows.resizeAs(gradOutput).copy(gradOutput).view(size);
    if (alike) return rows.mul(scale);
    const { data } = indices.storage();
    const start = indices.storageOffset();
    const counts = this.shouldScaleGradByFreq ? countsOf(indices) : undefined;
    for (let i = 0; i < size[0]; i++) {
      const index = data[start + i];
      const row = rows.select(0, i);
      if (index === this.paddingValue) row.zero();
      else row.mul(scale / (counts?.get(index) ?? 1));
    }
    return rows;
  }

  private renorm(indices: Tensor<"int32">, maxNorm: number): void {
    const { weight, lookedUp, nOutput, normType } = this;
    lookedUp.addAll(indices);
    const { data } = weight.storage();
    for (const row of lookedUp.rows().data) {
      renormRow(data, weight.storageOffset() + row * weight.stride(0), nOutput, weight.stride(1), maxNorm, normType);
    }
    lookedUp.clear();
  }
}

/** How often each index comes. */
function countsOf(indices: Tensor<"int32">): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const index of indices.data) counts.set(index, (counts.get(index) ?? 0) + 1);
  return counts;
}

function checkPadding(paddingValue: number | undefined, nIndex: number): number | undefined {
  const fits =
    paddingValue === undefined || (Number.isInteger(paddingValue) && paddingValue >= 0 && paddingValue < nIndex);
  if (fits) return paddingValue;
  throw new ArgumentError(
    `LookupTable: expected a paddingValue from 0 to ${nIndex - 1}, or none, got ${String(paddingValue)}`,
  );
}

function checkMaxNorm(maxNorm: number | undefined): number | undefined {
  if (maxNorm === undefined || maxNorm > 0) return maxNorm;
  throw new ArgumentError(`LookupTable: expected a maxNorm above 0, or none, got ${maxNorm}`);
}

function checkNormType(normType: number): number {
  if (normType > 0) return normType;
  throw new ArgumentError(`LookupTable: expected a normType above 0, got ${normType}`);
}

function isExtent(size: number): boolean {
  return Number.isInteger(size) && size > 0;
}
