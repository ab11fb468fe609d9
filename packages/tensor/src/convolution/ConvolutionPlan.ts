import { checkSameDType, checkTensor, floatOnly } from "../elementwise/check.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { hasFloats, type StridedElements } from "../layout/StridedElements.ts";
import { formatSize, type Size } from "../shape/size.ts";

/** Which positions of the kernel count: those inside the input, or all that touch it. */
export type ConvolutionMode = "valid" | "full";

/** How the planes of the input meet those of the kernel. */
export interface ConvolutionPlan {
  readonly mode: ConvolutionMode;
  /** Whether the kernel is turned around, as the mathematical convolution does. */
  readonly flips: boolean;
  /** The result's planes; each is computed on its own. */
  readonly outputs: number;
  /** The input's planes that each plane of the result sums over. */
  readonly inputs: number;
  /** Whether each plane of the result has an input of its own; else all share the input. */
  readonly apart: boolean;
  /** The size of one plane, as depth, rows and columns: depth 1 in two dimensions. */
  readonly input: Size;
  readonly kernel: Size;
  readonly output: Size;
  /** The size of the result. */
  readonly size: Size;
}

/**
 * Plans the convolution of an input and a kernel of `spatial` dimensions.
 *
 * @throws ArgumentError, DTypeError or ShapeError when they do not go together
 */
export function planConvolution(
  name: string,
  spatial: 2 | 3,
  flips: boolean,
  mode: ConvolutionMode,
  x: StridedElements,
  kernel: StridedElements,
): ConvolutionPlan {
  checkTensor(name, x);
  checkSameDType(name, x, kernel);
  if (!hasFloats(x)) throw floatOnly(name, x);
  if (mode !== "valid" && mode !== "full") {
    throw new ArgumentError(`${name}: expected mode "valid" or "full", got ${JSON.stringify(mode)}`);
  }
  const planes = planesOf(name, spatial, x.size(), kernel.size());
  const input = planeSize(x.size(), spatial);
  const taps = planeSize(kernel.size(), spatial);
  if (mode === "valid" && input.some((extent, d) => extent < taps[d])) {
    throw new ShapeError(
      `${name}: expected a kernel that fits into the input, got ${formatSize(kernel.size())} and ${formatSize(x.size())}; take mode "full"`,
    );
  }
  const output = input.map((extent, d) => (mode === "valid" ? extent - taps[d] + 1 : extent + taps[d] - 1));
  return {
    mode,
    flips,
    outputs: planes.outputs,
    inputs: planes.inputs,
    apart: planes.apart,
    input,
    kernel: taps,
    output,
    size: [...planes.leading, ...output.slice(3 - spatial)],
  };
}

interface Planes {
  readonly outputs: number;
  readonly inputs: number;
  readonly apart: boolean;
  /** The dimensions of the result before the spatial ones. */
  readonly leading: Size;
}

function planesOf(name: string, spatial: 2 | 3, x: Size, kernel: Size): Planes {
  if (x.length === spatial && kernel.length === spatial) return { outputs: 1, inputs: 1, apart: false, leading: [] };
  if (x.length === spatial + 1) {
    const [planes] = x;
    const [outputs, inputs] = kernel;
    if (kernel.length === spatial + 1 && outputs === planes) {
      return { outputs, inputs: 1, apart: true, leading: [outputs] };
    }
    if (kernel.length === spatial + 2 && inputs === planes) {
      return { outputs, inputs, apart: false, leading: [outputs] };
    }
  }
  const [input, taps] = spatial === 2 ? ["h, w", "kh, kw"] : ["d, h, w", "kd, kh, kw"];
  throw new ShapeError(
    `${name}: expected [${input}] and [${taps}], [c, ${input}] and [c, ${taps}], or [c, ${input}] and [o, c, ${taps}], got ${formatSize(x)} and ${formatSize(kernel)}`,
  );
}

function planeSize(size: Size, spatial: 2 | 3): Size {
  return spatial === 2 ? [1, ...size.slice(-2)] : size.slice(-3);
}
