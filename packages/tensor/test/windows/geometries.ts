import fc from "fast-check";
import type { WindowGeometry } from "../../src/index.ts";

/** How windows move along one dimension. */
interface Axis {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly pad: number;
  readonly dilation: number;
  readonly output: number;
}

const flat: Axis = { input: 1, kernel: 1, stride: 1, pad: 0, dilation: 1, output: 1 };

/** Any windows that begin in the input or the padding before it; the last ones may reach, or lie, beyond the end. */
const axis: fc.Arbitrary<Axis> = fc.record({
  input: fc.integer({ min: 1, max: 9 }),
  kernel: fc.integer({ min: 1, max: 4 }),
  stride: fc.integer({ min: 1, max: 3 }),
  pad: fc.integer({ min: 0, max: 3 }),
  dilation: fc.integer({ min: 1, max: 3 }),
  output: fc.integer({ min: 1, max: 7 }),
});

/** Windows that lie wholly inside, with up to two elements behind the last one. */
function insideAxis(largestStride: number, leastOutput: number): fc.Arbitrary<Axis> {
  return fc
    .record({
      kernel: fc.integer({ min: 1, max: 4 }),
      stride: fc.integer({ min: 1, max: largestStride }),
      dilation: fc.integer({ min: 1, max: 2 }),
      output: fc.integer({ min: leastOutput, max: leastOutput + 6 }),
      rest: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ rest, ...each }) => ({
      ...each,
      pad: 0,
      input: (each.output - 1) * each.stride + (each.kernel - 1) * each.dilation + 1 + rest,
    }));
}

function geometryOf([time, height, width]: readonly [Axis, Axis, Axis]): WindowGeometry {
  return {
    inputTime: time.input,
    inputHeight: height.input,
    inputWidth: width.input,
    kernelTime: time.kernel,
    kernelHeight: height.kernel,
    kernelWidth: width.kernel,
    strideTime: time.stride,
    strideHeight: height.stride,
    strideWidth: width.stride,
    padTime: time.pad,
    padHeight: height.pad,
    padWidth: width.pad,
    dilationTime: time.dilation,
    dilationHeight: height.dilation,
    dilationWidth: width.dilation,
    outputTime: time.output,
    outputHeight: height.output,
    outputWidth: width.output,
  };
}

/** Geometries of one to three dimensions. */
export const geometries: fc.Arbitrary<WindowGeometry> = fc
  .tuple(fc.oneof(fc.constant(flat), axis), fc.oneof(fc.constant(flat), axis), axis)
  .map(geometryOf);

/** Geometries of windows inside and side by side in their rows, four or more. */
export const rowGeometries: fc.Arbitrary<WindowGeometry> = fc
  .tuple(fc.oneof(fc.constant(flat), insideAxis(3, 1)), fc.oneof(fc.constant(flat), insideAxis(3, 1)), insideAxis(1, 4))
  .map(geometryOf);
