import type { StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { contiguousStride, elementCount } from "../shape/size.ts";
import type { ConvolutionPlan } from "./ConvolutionPlan.ts";

const loop = new StridedLoop();

/** result ← the planned convolution of x and a kernel. Sums are accumulated in double precision and rounded once. */
export function convolveInto(
  plan: ConvolutionPlan,
  x: StridedElements,
  kernel: StridedElements,
  result: StridedElements,
): void {
  const from = denseDoubles(x);
  const taps = denseDoubles(kernel);
  const to = new Float64Array(elementCount(plan.size));
  const inputPlane = elementCount(plan.input);
  const kernelPlane = elementCount(plan.kernel);
  const outputPlane = elementCount(plan.output);
  for (let o = 0; o < plan.outputs; o++) {
    for (let c = 0; c < plan.inputs; c++) {
      const input = (plan.apart ? o : c) * inputPlane;
      addPlane(plan, from, input, taps, (o * plan.inputs + c) * kernelPlane, to, o * outputPlane);
    }
  }
  store(to, result);
}

/** Adds the convolution of one plane with one kernel: for each element of the kernel, all rows that it meets. */
function addPlane(
  plan: ConvolutionPlan,
  x: Float64Array,
  xStart: number,
  taps: Float64Array,
  tapStart: number,
  y: Float64Array,
  yStart: number,
): void {
  const valid = plan.mode === "valid";
  const [, inputRows, inputColumns] = plan.input;
  const [kernelDepth, kernelRows, kernelColumns] = plan.kernel;
  const [, outputRows, outputColumns] = plan.output;
  const [depth, rows, columns] = valid ? plan.output : plan.input;
  const count = kernelDepth * kernelRows * kernelColumns;
  // Valid positions read the input beside themselves, full ones write beside the element: kernels lie opposite ways.
  const turned = valid === plan.flips;
  let tap = 0;
  for (let kd = 0; kd < kernelDepth; kd++) {
    for (let ky = 0; ky < kernelRows; ky++) {
      for (let kx = 0; kx < kernelColumns; kx++, tap++) {
        const weight = taps[tapStart + (turned ? count - 1 - tap : tap)];
        const xShift = xStart + (valid ? (kd * inputRows + ky) * inputColumns + kx : 0);
        const yShift = yStart + (valid ? 0 : (kd * outputRows + ky) * outputColumns + kx);
        for (let d = 0; d < depth; d++) {
          for (let row = 0; row < rows; row++) {
            const ix = xShift + (d * inputRows + row) * inputColumns;
            const iy = yShift + (d * outputRows + row) * outputColumns;
            addRow(columns, weight, x, ix, y, iy);
          }
        }
      }
    }
  }
}

function addRow(count: number, weight: number, x: Float64Array, ix: number, y: Float64Array, iy: number): void {
  for (let i = 0; i < count; i++) y[iy + i] += weight * x[ix + i];
}

function denseDoubles(x: StridedElements): Float64Array {
  const dense = new Float64Array(x.nElement());
  const data = x.storage().data;
  const stride = contiguousStride(x.size());
  loop.begin(x.size(), x.stride(), stride, stride);
  do {
    let ix = x.storageOffset() + loop.x;
    for (let i = 0, iy = loop.y; i < loop.count; i++, ix += loop.xStride, iy += loop.yStride) dense[iy] = data[ix];
  } while (loop.advance());
  return dense;
}

function store(dense: Float64Array, result: StridedElements): void {
  const data = result.storage().data;
  loop.begin(result.size(), contiguousStride(result.size()), result.stride(), result.stride());
  do {
    let iy = result.storageOffset() + loop.y;
    for (let i = 0, ix = loop.x; i < loop.count; i++, ix += loop.xStride, iy += loop.yStride) data[iy] = dense[ix];
  } while (loop.advance());
}
