import { conv2, conv3, type DType, type Tensor, xcorr2, xcorr3 } from "../../src/index.ts";
import type { Draw } from "./Draw.ts";
import type { Operation } from "./Operation.ts";

const floats: readonly DType[] = ["float64", "float32"];

/** Inputs and kernels that fit into them, in one of the three forms. */
function inputAndKernel(spatial: 2 | 3): (draw: Draw) => readonly Tensor[] {
  return (draw) => {
    const kernel = draw.size(spatial, 3);
    const input = kernel.map((extent) => extent + draw.integer(0, 3));
    const form = draw.integer(0, 2);
    const planes = draw.integer(1, 3);
    if (form === 0) return [draw.tensor(input), draw.tensor(kernel)];
    const outputs = form === 2 ? [draw.integer(1, 3)] : [];
    return [draw.tensor([planes, ...input]), draw.tensor([...outputs, planes, ...kernel])];
  };
}

const shared = { dtypes: floats, takesOut: true, sums: true };

/** Every convolution, in both modes. */
export const convolutionOperations: readonly Operation[] = [
  {
    ...shared,
    name: "conv2(x, kernel)",
    operands: inputAndKernel(2),
    run: ([x, kernel], options) => conv2(x, kernel, options),
  },
  {
    ...shared,
    name: "conv2(x, kernel, { mode: full })",
    operands: inputAndKernel(2),
    run: ([x, kernel], options) => conv2(x, kernel, { mode: "full", ...options }),
  },
  {
    ...shared,
    name: "xcorr2(x, kernel)",
    operands: inputAndKernel(2),
    run: ([x, kernel], options) => xcorr2(x, kernel, options),
  },
  {
    ...shared,
    name: "xcorr2(x, kernel, { mode: full })",
    operands: inputAndKernel(2),
    run: ([x, kernel], options) => xcorr2(x, kernel, { mode: "full", ...options }),
  },
  {
    ...shared,
    name: "conv3(x, kernel)",
    operands: inputAndKernel(3),
    run: ([x, kernel], options) => conv3(x, kernel, options),
  },
  {
    ...shared,
    name: "xcorr3(x, kernel, { mode: full })",
    operands: inputAndKernel(3),
    run: ([x, kernel], options) => xcorr3(x, kernel, { mode: "full", ...options }),
  },
];
