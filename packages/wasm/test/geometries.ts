import type { WindowGeometry } from "@rushlight/tensor";
import fc from "fast-check";

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

/** Any windows, also such that lie in the padding or beyond the end. */
function anyAxis(longest: number): fc.Arbitrary<Axis> {
  return fc.record({
    input: fc.integer({ min: 1, max: longest }),
    kernel: fc.integer({ min: 1, max: 4 }),
    stride: fc.integer({ min: 1, max: 3 }),
    pad: fc.integer({ min: 0, max: 3 }),
    dilation: fc.integer({ min: 1, max: 3 }),
    output: fc.integer({ min: 1, max: longest }),
  });
}

/** Windows one beside the other, wholly inside, with a remainder that no window reaches. */
function dense(kernel: number, longest: number): fc.Arbitrary<Axis> {
  return fc
    .record({ output: fc.integer({ min: 1, max: longest }), rest: fc.integer({ min: 0, max: kernel - 1 }) })
    .map(({ output, rest }) => ({
      ...flat,
      input: kernel * output + rest,
      kernel,
      stride: kernel,
      output,
    }));
}

/** Windows that begin at every position. */
function gliding(longest: number): fc.Arbitrary<Axis> {
  return fc
    .record({ kernel: fc.integer({ min: 1, max: 5 }), output: fc.integer({ min: 1, max: longest }) })
    .map(({ kernel, output }) => ({ ...flat, input: output + kernel - 1, kernel, output }));
}

/** Windows that lie wholly inside, with up to two elements behind the last one. */
function inside(largestStride: number, output: fc.Arbitrary<number>): fc.Arbitrary<Axis> {
  return fc
    .record({
      kernel: fc.integer({ min: 1, max: 4 }),
      stride: fc.integer({ min: 1, max: largestStride }),
      dilation: fc.integer({ min: 1, max: 2 }),
      output,
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

const shallow = fc.oneof(fc.constant(flat), anyAxis(4));

/** Geometries of one to three dimensions; those that kernels have shortcuts for come often. */
export const geometries: fc.Arbitrary<WindowGeometry> = fc
  .oneof(
    fc.tuple(shallow, fc.oneof(fc.constant(flat), anyAxis(7)), anyAxis(40)),
    fc.tuple(fc.constant(flat), gliding(9), gliding(40)),
    fc.tuple(fc.constant(flat), dense(2, 6), dense(2, 21)),
    fc.tuple(shallow, dense(2, 6), dense(2, 21)),
  )
  .map(geometryOf);

const few = fc.oneof(fc.constant(flat), inside(3, fc.integer({ min: 1, max: 4 })));

/** Geometries of windows inside and side by side in their rows, four or more. */
export const rowGeometries: fc.Arbitrary<WindowGeometry> = fc
  .tuple(few, few, inside(1, fc.integer({ min: 4, max: 45 })))
  .map(geometryOf);
