import { backend, type FloatArray } from "@rushlight/tensor";
import type { Windows } from "../../windows/Windows.ts";
import { sharedColumns } from "./columns.ts";

// The products of any convolution with dense operands: samples are `[planes, ...input]`, their outputs `[outputs, ...output]`,
// the weights `[outputs, planes·kernel]`. The windows of one sample at a time are unfolded; those of a pointwise
// convolution are the sample itself.

/** y ← y + W·windows(x), sample by sample; with `beta` 0, y is not read. */
export function convolveUnfolded(
  windows: Windows,
  planes: number,
  outputs: number,
  samples: number,
  x: FloatArray,
  xOffset: number,
  weight: FloatArray,
  weightOffset: number,
  beta: 0 | 1,
  y: FloatArray,
  yOffset: number,
): void {
  const { matrix, windows: kernels } = backend();
  const count = windows.outputSize;
  const terms = planes * windows.kernelSize;
  const pointwise = windows.isPointwise();
  const columns = pointwise ? x : sharedColumns(x, terms * count);
  for (let sample = 0; sample < samples; sample++) {
    const from = xOffset + sample * planes * windows.inputSize;
    const to = yOffset + sample * outputs * count;
    if (!pointwise) kernels.unfold(windows, planes, x, from, columns, 0);
    const at = pointwise ? from : 0;
    matrix.gemm(
      false,
      false,
      outputs,
      count,
      terms,
      1,
      weight,
      weightOffset,
      terms,
      columns,
      at,
      count,
      beta,
      y,
      to,
      count,
    );
  }
}

/** gradX ← the gradient with respect to x, of which gradX holds zeros. */
export function convolveUnfoldedBack(
  windows: Windows,
  planes: number,
  outputs: number,
  samples: number,
  gradY: FloatArray,
  gradYOffset: number,
  weight: FloatArray,
  weightOffset: number,
  gradX: FloatArray,
  gradXOffset: number,
): void {
  const { matrix, windows: kernels } = backend();
  const count = windows.outputSize;
  const terms = planes * windows.kernelSize;
  const pointwise = windows.isPointwise();
  const columns = pointwise ? gradX : sharedColumns(gradX, terms * count);
  for (let sample = 0; sample < samples; sample++) {
    const from = gradYOffset + sample * outputs * count;
    const to = gradXOffset + sample * planes * windows.inputSize;
    const at = pointwise ? to : 0;
    matrix.gemm(
      true,
      false,
      terms,
      count,
      outputs,
      1,
      weight,
      weightOffset,
      terms,
      gradY,
      from,
      count,
      0,
      columns,
      at,
      count,
    );
    if (!pointwise) kernels.fold(windows, planes, columns, 0, gradX, to);
  }
}

/** gradWeight ← gradWeight + scale times the gradient with respect to the weights. */
export function accumulateUnfolded(
  windows: Windows,
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
): void {
  const { matrix, windows: kernels } = backend();
  const count = windows.outputSize;
  const terms = planes * windows.kernelSize;
  const pointwise = windows.isPointwise();
  const columns = pointwise ? x : sharedColumns(x, terms * count);
  for (let sample = 0; sample < samples; sample++) {
    const from = xOffset + sample * planes * windows.inputSize;
    const gradFrom = gradYOffset + sample * outputs * count;
    if (!pointwise) kernels.unfold(windows, planes, x, from, columns, 0);
    const at = pointwise ? from : 0;
    matrix.gemm(
      false,
      true,
      outputs,
      terms,
      count,
      scale,
      gradY,
      gradFrom,
      count,
      columns,
      at,
      count,
      1,
      gradWeight,
      gradWeightOffset,
      terms,
    );
  }
}
