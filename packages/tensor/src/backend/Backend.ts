import type { TypedArrayOf } from "../dtype/DType.ts";
import type { ResidentMemory } from "../storage/ResidentMemory.ts";
import type { ChannelKernels } from "./ChannelKernels.ts";
import type { ChosenRowKernels } from "./ChosenRowKernels.ts";
import type { StepKernels } from "./StepKernels.ts";
import type { WindowKernels } from "./WindowKernels.ts";

/** What kernels compute on. All arrays of one call hold the same dtype. */
export type FloatArray = TypedArrayOf<"float32"> | TypedArrayOf<"float64">;

/**
 * y ← f(x), element by element, with up to two scalars. Element i of an operand is at `offset + i·stride`; `y` may be
 * `x`.
 */
export type MapKernel<A = FloatArray, Y = A> = (
  count: number,
  x: A,
  xOffset: number,
  xStride: number,
  y: Y,
  yOffset: number,
  yStride: number,
  a: number,
  b: number,
) => void;

/**
 * z ← f(x, y), element by element, with up to two scalars. Element i of an operand is at `offset + i·stride`; `z` may be
 * `x` or `y`.
 */
export type ZipKernel<A = FloatArray, Z = A> = (
  count: number,
  x: A,
  xOffset: number,
  xStride: number,
  y: A,
  yOffset: number,
  yStride: number,
  z: Z,
  zOffset: number,
  zStride: number,
  a: number,
  b: number,
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
  | "fill" // a, whatever x is
  | "neg"
  | "abs"
  | "sign"
  | "addScalar" // x + a
  | "mulScalar" // x·a
  | "divScalar" // x / a
  | "powScalar" // xᵃ
  | "scalarMinus" // a − x
  | "scalarOver" // a / x
  | "scalarPow" // aˣ
  | "fmodScalar" // remainder of x / a with the sign of x
  | "remainderScalar" // x − a·⌊x/a⌋
  | "clamp" // x limited to [a, b]
  | "threshold" // x > a ? x : b
  | "leakyReLU" // x > 0 ? x : a·x
  | "elu" // x > 0 ? x : a·(eˣ − 1)
  | "hardShrink" // |x| > a ? x : 0
  | "softShrink" // x moved towards 0 by a, and 0 where |x| ≤ a
  | "softPlus" // a·x > b ? x : ln(1 + e^(a·x)) / a
  | "softSign" // x / (1 + |x|)
  | "sqrt"
  | "rsqrt" // 1 / √x
  | "exp"
  | "log"
  | "log1p"
  | "sin"
  | "cos"
  | "tan"
  | "asin"
  | "acos"
  | "atan"
  | "sinh"
  | "cosh"
  | "tanh"
  | "sigmoid"
  | "logSigmoid" // −ln(1 + e⁻ˣ)
  | "floor"
  | "ceil"
  | "round" // halves away from zero
  | "trunc"
  | "frac"; // x − trunc(x)

/** The element-wise functions of two operands; z is the destination and, for `addMul` and `addDiv`, an operand too. */
export type ZipOperation =
  | "add" // x + a·y
  | "mul" // x·y
  | "div" // x / y
  | "pow" // xʸ
  | "max"
  | "min"
  | "fmod" // remainder of x / y with the sign of x
  | "remainder" // x − y·⌊x/y⌋
  | "atan2" // the angle of the point (y, x)
  | "lerp" // x + a·(y − x)
  | "addMul" // z + a·x·y
  | "addDiv" // z + a·x/y
  | "tanhGradient" // x gradOutput, y output: x·(1 − y²)
  | "sigmoidGradient" // x gradOutput, y output: x·y·(1 − y)
  | "thresholdGradient" // x gradOutput, y input: y > a ? x : 0
  | "absGradient" // x gradOutput, y input: y ≥ 0 ? x : −x
  | "clampGradient" // x gradOutput, y input: a < y < b ? x : 0
  | "leakyReLUGradient" // x gradOutput, y input: y > 0 ? x : a·x
  | "eluGradient" // x gradOutput, y output: y > 0 ? x : x·(y + a)
  | "shrinkGradient" // x gradOutput, y input of either shrink: |y| > a ? x : 0
  | "softPlusGradient" // x gradOutput, y output: a·y > b ? x : x·(1 − e^(−a·y))
  | "softSignGradient" // x gradOutput, y input: x / (1 + |y|)²
  | "logSigmoidGradient" // x gradOutput, y input: x / (1 + eʸ)
  | "sqrtGradient" // x gradOutput, y output: y ≠ 0 ? x / (2·y) : 0
  | "powScalarGradient"; // x gradOutput, y input: x·a·yᵃ⁻¹

/** The comparisons, of an element with a scalar or with another element. NaN is not equal to anything. */
export type Comparison = "lt" | "le" | "gt" | "ge" | "eq" | "ne";

/** mask ← 1 where x compares so with a scalar, else 0: a {@link MapKernel} that reads its first scalar. */
export type CompareScalarKernel<A = FloatArray> = MapKernel<A, Uint8Array>;

/** mask ← 1 where x compares so with y, else 0: a {@link ZipKernel} without its scalar. */
export type CompareKernel<A = FloatArray> = ZipKernel<A, Uint8Array>;

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
 * Functions of the columns of a matrix, which are read row by row, as they lie: element (i, j) is at
 * `start + i·rowStride + j·columnStride`.
 */
export interface ColumnKernels {
  /** totals ← the sums of the columns, in double precision. */
  sum(
    rows: number,
    columns: number,
    x: FloatArray,
    start: number,
    rowStride: number,
    columnStride: number,
    totals: Float64Array,
  ): void;

  /** totals ← Σ (x − mean)² of each column with a mean of its own. */
  sumOfSquaredDifferences(
    rows: number,
    columns: number,
    x: FloatArray,
    start: number,
    rowStride: number,
    columnStride: number,
    means: Float64Array,
    totals: Float64Array,
  ): void;

  /**
   * positions ← where in each column its first largest element is, or its first NaN; with sign −1, its first smallest.
   * `values` is scratch memory, a number for each column.
   */
  extremes(
    rows: number,
    columns: number,
    x: FloatArray,
    start: number,
    rowStride: number,
    columnStride: number,
    sign: 1 | -1,
    values: Float64Array,
    positions: Int32Array,
  ): void;
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
  /** What of the platform it uses: names such as `"simd"`. */
  readonly features?: readonly string[] | undefined;
  /** The memory that its kernels work in without copying, if it has such. */
  readonly memory?: ResidentMemory | undefined;
  readonly matrix: MatrixKernels;
  readonly map: Readonly<Record<MapOperation, MapKernel>>;
  readonly zip: Readonly<Record<ZipOperation, ZipKernel>>;
  readonly compareScalar: Readonly<Record<Comparison, CompareScalarKernel>>;
  readonly compare: Readonly<Record<Comparison, CompareKernel>>;
  readonly reduce: Readonly<Record<ReduceOperation, ReduceKernel>>;
  readonly rows: RowKernels;
  readonly chosenRows: ChosenRowKernels;
  readonly columns: ColumnKernels;
  readonly channels: ChannelKernels;
  readonly windows: WindowKernels;
  readonly steps: StepKernels;
}
