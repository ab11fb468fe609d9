import { emptied } from "@rushlight/module";
import { type Size, Tensor } from "@rushlight/tensor";
import { Windows } from "./Windows.ts";

/** Windows that do not move in steps: where each of them begins and ends is computed for an input. */
export abstract class GivenWindows extends Windows {
  /**
   * Where windows begin and end, as the backend's kernels take it: one begin for each extent of the output in time, then as many
   * ends, then the same for height and width; for all planes at once, or plane by plane.
   */
  bounds: Tensor<"int32"> = new Tensor([], { dtype: "int32", resident: true });
  /** From the bounds of a plane to those of the next; 0 when all planes have the same. */
  boundsStep = 0;

  /** @param dimensions 1 to 3 */
  constructor(dimensions: number) {
    const ones = new Array<number>(dimensions).fill(1);
    super({ kernel: ones, stride: ones, pad: ones.map(() => 0), dilation: ones });
  }

  /** Takes over the extents of an input and computes those of the output. */
  override fit(time: number, height: number, width: number): void {
    this.inputTime = time;
    this.inputHeight = height;
    this.inputWidth = width;
    const { dimensions } = this;
    this.outputTime = dimensions < 3 ? 1 : this.outputExtent(dimensions - 3, time);
    this.outputHeight = dimensions < 2 ? 1 : this.outputExtent(dimensions - 2, height);
    this.outputWidth = this.outputExtent(dimensions - 1, width);
  }

  /** The extents of the input, one for each dimension. */
  inputExtents(): Size {
    return [this.inputTime, this.inputHeight, this.inputWidth].slice(3 - this.dimensions);
  }

  /** Lets go of the bounds. */
  clear(): void {
    this.bounds = emptied(this.bounds);
  }

  /** How many windows there are along a dimension in which the input has some extent. */
  protected abstract outputExtent(d: number, extent: number): number;

  /** Makes room for the bounds of one plane or of several. */
  protected resizeBounds(planes: number, step: number): void {
    this.boundsStep = step;
    this.bounds.resize(planes, this.boundsSize);
  }

  /** The integers that bounds of a plane take. */
  protected get boundsSize(): number {
    return 2 * (this.outputTime + this.outputHeight + this.outputWidth);
  }
}
