import { PaddingLayer } from "./PaddingLayer.ts";

/** Images with borders around them: `[C, H, W]`, or `[N, C, H, W]` for a batch. */
export abstract class SpatialPadding extends PaddingLayer {
  protected override readonly inputFormat = "[C, H, W] or [N, C, H, W]";
  /** The columns added on the left. */
  readonly padL: number;
  /** The columns added on the right. */
  readonly padR: number;
  /** The rows added on top. */
  readonly padT: number;
  /** The rows added at the bottom. */
  readonly padB: number;

  /**
   * @param padL the columns to add on the left; below 0, to leave out there
   * @param padR the columns to add on the right; padL when left out
   * @param padT the rows to add on top; padL when left out
   * @param padB the rows to add at the bottom; padL when left out
   * @throws ArgumentError for numbers that are not whole
   */
  constructor(padL: number, padR: number = padL, padT: number = padL, padB: number = padL) {
    super([
      [0, 0],
      [padT, padB],
      [padL, padR],
    ]);
    this.padL = padL;
    this.padR = padR;
    this.padT = padT;
    this.padB = padB;
  }

  protected override planeDimsOf(inputDims: number): number | undefined {
    return inputDims === 3 || inputDims === 4 ? 2 : undefined;
  }

  override toString(): string {
    return `nn.${this.constructor.name}(l=${this.padL}, r=${this.padR}, t=${this.padT}, b=${this.padB})`;
  }
}
