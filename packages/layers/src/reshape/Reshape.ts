import { inputSizeError } from "@rushlight/module";
import { checkOptions, formatSize, type Size, type Tensor } from "@rushlight/tensor";
import { checkSizes, product } from "./checks.ts";
import { ViewLayer } from "./ViewLayer.ts";

/** Options of {@link Reshape}. */
export interface ReshapeOptions {
  /**
   * True for inputs that are batches: the first dimension stays. False for inputs that are not. When left out, each input
   * is looked at: it is a batch unless it has as many elements as the sizes and a first dimension other than 1.
   */
  readonly batchMode?: boolean;
}

const optionNames: readonly (keyof ReshapeOptions)[] = ["batchMode"];

/** The sizes one by one, or as one array with options behind. */
type ReshapeArguments = readonly number[] | readonly [size: Size, options?: ReshapeOptions];

/**
 * The same elements in the same order under other sizes. Torch's `nn.Reshape`.
 *
 * Shapes, for sizes 2 and 3: `[6] → [2, 3]`, `[N, 6] → [N, 2, 3]`. An input whose elements lie in order is not copied.
 * Where the first dimension may be 1, say with `batchMode` what it is: else it counts as a batch of one.
 *
 * @example
 * ```ts
 * import { Reshape } from "@rushlight/layers";
 * import { zeros } from "@rushlight/tensor";
 *
 * console.log(new Reshape(2, 3).forward(zeros(6)).size()); // [ 2, 3 ]
 * console.log(new Reshape(2, 3).forward(zeros(4, 6)).size()); // [ 4, 2, 3 ]
 * console.log(new Reshape(2, 3).forward(zeros(1, 6)).size()); // [ 1, 2, 3 ]
 * console.log(new Reshape([2, 3], { batchMode: false }).forward(zeros(1, 6)).size()); // [ 2, 3 ]
 * ```
 */
export class Reshape extends ViewLayer {
  /** The sizes of a sample. */
  readonly size: Size;
  /** Whether inputs are batches; undefined to look at each. */
  readonly batchMode: boolean | undefined;

  /**
   * @param args the sizes of a sample, one by one, or as one array and then options. One size may be −1: it becomes what
   * is left, in each sample of a batch unless `batchMode` is false.
   * @throws ArgumentError for other negative sizes, a second −1, none at all, and for options that do not exist
   */
  constructor(...args: ReshapeArguments) {
    super();
    const [size, options] = inArrayForm(args) ? args : [args];
    checkOptions("Reshape", options ?? {}, optionNames);
    this.size = checkSizes("Reshape", size);
    this.batchMode = options?.batchMode;
  }

  override toString(): string {
    return `nn.Reshape(${this.size.join("x")})`;
  }

  protected override see(input: Tensor): Tensor {
    const batched = this.isBatch(input);
    const count = input.nElement() / (batched ? input.size(0) : 1);
    const known = product(this.size.filter((extent) => extent !== -1));
    if (input.dim() === 0 || (this.size.includes(-1) ? count % known !== 0 : count !== known)) {
      const samples = this.batchMode === true ? "a batch of samples" : "an input";
      const inferred = this.size.includes(-1) ? "a multiple of " : "";
      const orBatch = this.batchMode === undefined ? ", or a batch of those" : "";
      throw inputSizeError(
        this,
        `${samples} of ${inferred}${known} elements for ${formatSize(this.size)}${orBatch}`,
        input,
      );
    }
    return this.contiguous(input).view(batched ? [input.size(0), ...this.size] : this.size);
  }

  private isBatch(input: Tensor): boolean {
    if (input.dim() === 0) return false;
    return this.batchMode ?? (input.nElement() !== product(this.size) || input.size(0) === 1);
  }
}

function inArrayForm(args: ReshapeArguments): args is readonly [size: Size, options?: ReshapeOptions] {
  return Array.isArray(args[0]);
}
