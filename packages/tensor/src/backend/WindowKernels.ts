import type { FloatArray } from "./Backend.ts";

/**
 * The extents of planes of an input and of an output of up to three dimensions, outermost first: time (or depth), height,
 * width. What has fewer dimensions has an extent of 1 in the outer ones.
 */
export interface WindowExtents {
  readonly inputTime: number;
  readonly inputHeight: number;
  readonly inputWidth: number;
  readonly outputTime: number;
  readonly outputHeight: number;
  readonly outputWidth: number;
}

/**
 * How windows move over an input of up to three dimensions, outermost first: time (or depth), height, width. What has fewer
 * dimensions has an extent of 1, a kernel and a stride of 1 and no padding in the outer ones.
 *
 * Position k of the window of output o is at input `o·stride − pad + k·dilation`, which lies in the padding where it is
 * below 0 or not below the extent of the input.
 */
export interface WindowGeometry extends WindowExtents {
  readonly kernelTime: number;
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly strideTime: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  readonly padTime: number;
  readonly padHeight: number;
  readonly padWidth: number;
  readonly dilationTime: number;
  readonly dilationHeight: number;
  readonly dilationWidth: number;
}

/**
 * What convolutions and pooling compute with. Inputs are dense blocks `[planes, time, height, width]`, and outputs likewise;
 * a batch of images is a block of as many planes more.
 */
export interface WindowKernels {
  /**
   * columns ← the windows of x, each a column: `[planes·kT·kH·kW, oT·oH·oW]`, dense. Row `((plane·kT + t)·kH + h)·kW + w`
   * has what lies under position (t, h, w) of each window; padding is 0.
   */
  unfold(
    geometry: WindowGeometry,
    planes: number,
    x: FloatArray,
    xOffset: number,
    columns: FloatArray,
    columnsOffset: number,
  ): void;

  /**
   * x ← x + the columns, each element where {@link unfold} takes it from, row after row of the columns; what would fall
   * into the padding is left out.
   */
  fold(
    geometry: WindowGeometry,
    planes: number,
    columns: FloatArray,
    columnsOffset: number,
    x: FloatArray,
    xOffset: number,
  ): void;

  /**
   * y ← bias + W·windows for samples `[planes, time, height, width]`, without unfolding. The weights are
   * `[outputs, planes·kT·kH·kW]`, a sample of y is `[outputs, oT, oH, oW]`; no bias stands for 0.
   *
   * Only for windows that lie wholly in the input, without padding, and side by side, with a stride of 1 and at least four in
   * a row. It pays when there are so few outputs that unfolding takes as long as the product.
   */
  convolve(
    geometry: WindowGeometry,
    planes: number,
    outputs: number,
    samples: number,
    x: FloatArray,
    xOffset: number,
    weight: FloatArray,
    weightOffset: number,
    bias: FloatArray | undefined,
    biasOffset: number,
    y: FloatArray,
    yOffset: number,
  ): void;

  /** gradWeight ← gradWeight + scale·Σ gradY·windowsᵀ over all samples; layouts and windows as in {@link convolve}. */
  convolveWeightGradient(
    geometry: WindowGeometry,
    planes: number,
    outputs: number,
    samples: number,
    scale: number,
    x: FloatArray,
    xOffset: number,
    gradY: FloatArray,
    gradYOffset: number,
    gradWeight: FloatArray,
    gradWeightOffset: number,
  ): void;

  /**
   * y ← the largest element of each window, the padding left out, and positions ← where it is in its plane of the input,
   * `(t·height + h)·width + w`: the first of equals. NaN is never the largest, nor is −Infinity; without any other
   * element the output is −Infinity and the position −1.
   */
  maxPool(
    geometry: WindowGeometry,
    planes: number,
    x: FloatArray,
    xOffset: number,
    y: FloatArray,
    yOffset: number,
    positions: Int32Array,
    positionsOffset: number,
  ): void;

  /** gradInput ← gradInput + gradOutput, each element at its position; those with position −1 are left out. */
  maxPoolGradient(
    planes: number,
    inputSize: number,
    outputSize: number,
    gradOutput: FloatArray,
    gradOutputOffset: number,
    positions: Int32Array,
    positionsOffset: number,
    gradInput: FloatArray,
    gradInputOffset: number,
  ): void;

  /**
   * y ← the sum of each window over a divisor: the number of its positions in the input or, with `countPadding`, in the
   * input and as much padding at either end. Sums are in double precision, in row-major order. Dilations are not looked
   * at.
   */
  averagePool(
    geometry: WindowGeometry,
    planes: number,
    countPadding: boolean,
    x: FloatArray,
    xOffset: number,
    y: FloatArray,
    yOffset: number,
  ): void;

  /** gradInput ← gradInput + gradOutput over the divisor, at all positions of each window that lie in the input. */
  averagePoolGradient(
    geometry: WindowGeometry,
    planes: number,
    countPadding: boolean,
    gradOutput: FloatArray,
    gradOutputOffset: number,
    gradInput: FloatArray,
    gradInputOffset: number,
  ): void;

  /**
   * As {@link maxPool}, over windows that are given one by one. Integers `bounds` say where windows begin and where they end:
   * one begin for each extent of the output in time, then as many ends; the same for height, then for width. Those of output
   * o are at least 0, below its end, and at most the extent of the input.
   *
   * @param boundsStep from the integers of one plane to those of the next; 0 for the same windows in all planes
   */
  maxPoolWithin(
    extents: WindowExtents,
    planes: number,
    bounds: Int32Array,
    boundsOffset: number,
    boundsStep: number,
    x: FloatArray,
    xOffset: number,
    y: FloatArray,
    yOffset: number,
    positions: Int32Array,
    positionsOffset: number,
  ): void;

  /** As {@link averagePool}, over windows that are given as in {@link maxPoolWithin}. */
  averagePoolWithin(
    extents: WindowExtents,
    planes: number,
    bounds: Int32Array,
    boundsOffset: number,
    boundsStep: number,
    x: FloatArray,
    xOffset: number,
    y: FloatArray,
    yOffset: number,
  ): void;

  /** As {@link averagePoolGradient}, over windows that are given as in {@link maxPoolWithin}. */
  averagePoolWithinGradient(
    extents: WindowExtents,
    planes: number,
    bounds: Int32Array,
    boundsOffset: number,
    boundsStep: number,
    gradOutput: FloatArray,
    gradOutputOffset: number,
    gradInput: FloatArray,
    gradInputOffset: number,
  ): void;
}
