import type { TypedArrayOf } from "../dtype/DType.ts";

/** What kernels compute on. All arrays of one call hold the same dtype. */
export type FloatArray = TypedArrayOf<"float32"> | TypedArrayOf<"float64">;

/**
 * y ← f(x), element by element, with up to two scalars. Element i of an operand is at `offset + i·stride`; `y` may be
 * `x`.
 */
export type MapKernel<A = FloatArray> = (
  count: number,
  x: A,
  xOffset: number,
  xStride: number,
  y: A,
  yOffset: number,
  yStride: number,
  a: number,
  b: number,
) => void;

/**
 * z ← f(x, y), element by element, with up to one scalar. Element i of an operand is at `offset + i·stride`; `z` may be
 * `x` or `y`.
 */
export type ZipKernel<A = FloatArray> = (
  count: number,
  x: A,
  xOffset: number,
  xStride: number,
  y: A,
  yOffset: number,
  yStride: number,
  z: A,
  zOffset: number,
  zStride: number,
  a: number,
) => void;

/** A number from all of x, accumulated in double precision, with up to one scalar. */
export type ReduceKernel<A = FloatArray> = (count: number, x: A, xOffset: number, xStride: number, a: number) => number;

/**
 * One row-wise function over a dense block `[outer, size, inner]`: a row runs along `size`, so its elements are `inner`
 * apart. `y` may be `x`.
 */
export type RowKernel = (
  outer: number,
  size: number,
  inner: number,
  x: FloatArray,
  xOffset: number,
  y: FloatArray,
  yOffset: number,
) => void;

/**
 * The gradient of a {@link RowKernel} from its output and the gradient of that; layouts as there. `gradInput` may be
 * `gradOutput`.
 */
export type RowGradientKernel = (
  outer: number,
  size: number,
  inner: number,
  output: FloatArray,
  outputOffset: number,
  gradOutput: FloatArray,
  gradOutputOffset: number,
  gradInput: FloatArray,
  gradInputOffset: number,
) => void;

/** Matrix products. Matrices are row-major; a leading dimension is the distance between rows, at least their length. */
export interface MatrixKernels {
  /**
   * C ← alpha·op(A)·op(B) + beta·C with op(A) `[m, k]`, op(B) `[k, n]`, C `[m, n]`; op transposes when told to. With
   * beta 0, C is not read.
   */
  gemm(
    transposeA: boolean,
    transposeB: boolean,
    m: number,
    n: number,
    k: number,
    alpha: number,
    a: FloatArray,
    aOffset: number,
    aLeading: number,
    b: FloatArray,
    bOffset: number,
    bLeading: number,
    beta: number,
    c: FloatArray,
    cOffset: number,
    cLeading: number,
  ): void;

  /** y ← alpha·op(A)·x + beta·y with A `[m, n]` before op. With beta 0, y is not read. */
  gemv(
    transpose: boolean,
    m: number,
    n: number,
    alpha: number,
    a: FloatArray,
    aOffset: number,
    aLeading: number,
    x: FloatArray,
    xOffset: number,
    xStride: number,
    beta: number,
    y: FloatArray,
    yOffset: number,
    yStride: number,
  ): void;

  /** A ← A + alpha·x·yᵀ with A `[m, n]`. */
  ger(
    m: number,
    n: number,
    alpha: number,
    x: FloatArray,
    xOffset: number,
    xStride: number,
    y: FloatArray,
    yOffset: number,
    yStride: number,
    a: FloatArray,
    aOffset: number,
    aLeading: number,
  ): void;

  /** Σ xᵢ·yᵢ, accumulated in double precision. */
  dot(
    count: number,
    x: FloatArray,
    xOffset: number,
    xStride: number,
    y: FloatArray,
    yOffset: number,
    yStride: number,
  ): number;
}

/** The element-wise functions of one operand. */
export type MapOperation =
  | "copy"
  | "neg"
  | "abs"
  | "sign"
  | "addScalar" // x + a
  | "mulScalar" // x·a
  | "divScalar" // x / a
  | "powScalar" // xᵃ
  | "scalarMinus" // a − x
  | "scalarOver" // a / x
  | "clamp" // x limited to [a, b]
  | "threshold" // x > a ? x : b
  | "sqrt"
  | "exp"
  | "log"
  | "log1p"
  | "tanh"
  | "sigmoid"
  | "floor"
  | "ceil"
  | "round"
  | "trunc";

/** The element-wise functions of two operands; z is the destination and, for `addMul` and `addDiv`, an operand too. */
export type ZipOperation =
  | "add" // x + a·y
  | "mul" // x·y
  | "div" // x / y
  | "pow" // xʸ
  | "max"
  | "min"
  | "addMul" // z + a·x·y
  | "addDiv" // z + a·x/y
  | "tanhGradient" // x gradOutput, y output: x·(1 − y²)
  | "sigmoidGradient" // x gradOutput, y output: x·y·(1 − y)
  | "thresholdGradient"; // x gradOutput, y input: y > a ? x : 0

/** The reductions to one number. */
export type ReduceOperation =
  | "sum"
  | "product"
  | "max" // NaN when there is one
  | "min" // NaN when there is one
  | "argMax" // position of the first largest, or of the first NaN
  | "argMin" // position of the first smallest, or of the first NaN
  | "sumOfPowers" // Σ |x|ᵃ; counts the elements that are not 0 when a is 0
  | "sumOfSquaredDifferences"; // Σ (x − a)²

/** Functions over rows and their gradients. */
export interface RowKernels {
  softMax: RowKernel;
  softMaxGradient: RowGradientKernel;
  logSoftMax: RowKernel;
  logSoftMaxGradient: RowGradientKernel;
}

/**
 * The seam under every float tensor: kernels on flat arrays with offsets.
 *
 * Tensors and modules check sizes and dtypes, walk strides, and hand dense or evenly strided runs to these functions;
 * kernels check nothing. The plain TypeScript backend implements all of it and is what every other backend is tested
 * against. Integer tensors don't come here: their arithmetic is JavaScript's.
 */
export interface Backend {
  readonly name: string;
  readonly matrix: MatrixKernels;
  readonly map: Readonly<Record<MapOperation, MapKernel>>;
  readonly zip: Readonly<Record<ZipOperation, ZipKernel>>;
  readonly reduce: Readonly<Record<ReduceOperation, ReduceKernel>>;
  readonly rows: RowKernels;
}
