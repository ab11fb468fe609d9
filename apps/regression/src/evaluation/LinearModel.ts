import { mm, type Tensor } from "@rushlight/tensor";
import { choleskySolve } from "./choleskySolve.ts";

/** Keeps columns that depend on each other, as those of all categories do, from having no one solution. */
const RIDGE = 1e-8;

/** A linear function of the inputs: intercept + x · weights. */
export class LinearModel {
  readonly intercept: number;
  readonly weights: Float64Array;

  constructor(intercept: number, weights: Float64Array) {
    this.intercept = intercept;
    this.weights = weights;
  }

  /**
   * The function with the least squared error, by the normal equations of inputs with mean 0 and length 1, with a ridge so small that
   * it changes nothing where there is one solution. With more inputs than rows it is the one with the least weights that fits them.
   *
   * @param x `[n, width]` of float64
   * @param y n numbers
   */
  static fit(x: Tensor<"float64">, y: Float64Array): LinearModel {
    const [n, width] = x.size();
    const means = x.mean(0);
    const unit = x.clone().csub(means.expand(n, width));
    const lengths = toUnitLength(unit.data, n, width);
    const yMean = y.reduce((sum, value) => sum + value, 0) / n;
    const centredY = y.map((value) => value - yMean);
    // (XᵀX + r)⁻¹ Xᵀ y = Xᵀ (XXᵀ + r)⁻¹ y: the smaller of the two matrices is solved for.
    const weights =
      width <= n
        ? ridgeSolve(mm(unit.t(), unit), transposedProduct(unit.data, centredY, width))
        : transposedProduct(unit.data, ridgeSolve(mm(unit, unit.t()), centredY), width);
    let intercept = yMean;
    for (let i = 0; i < width; i++) {
      weights[i] /= lengths[i];
      intercept -= weights[i] * means.get(0, i);
    }
    return new LinearModel(intercept, weights);
  }

  /** The values at the rows of `x`. */
  predict(x: Tensor<"float64">): Float64Array {
    const [n, width] = x.size();
    const { data } = x.contiguous();
    return Float64Array.from({ length: n }, (_, row) => {
      let sum = this.intercept;
      for (let i = 0; i < width; i++) sum += data[row * width + i] * this.weights[i];
      return sum;
    });
  }
}

/** Divides each column by its length, and gives the lengths; a column of zeros stays as it is, with 1 for its length. */
function toUnitLength(rows: Float64Array, n: number, width: number): Float64Array {
  const squares = new Float64Array(width);
  for (let i = 0; i < n * width; i++) squares[i % width] += rows[i] ** 2;
  const lengths = squares.map((square) => Math.sqrt(square) || 1);
  for (let i = 0; i < n * width; i++) rows[i] /= lengths[i % width];
  return lengths;
}

/** Xᵀ y. */
function transposedProduct(rows: Float64Array, y: Float64Array, width: number): Float64Array {
  const product = new Float64Array(width);
  for (let row = 0; row < y.length; row++) {
    for (let i = 0; i < width; i++) product[i] += rows[row * width + i] * y[row];
  }
  return product;
}

/** Solves (A + r) x = b with the least ridge r that works. */
function ridgeSolve(matrix: Tensor<"float64">, b: Float64Array): Float64Array {
  const { data } = matrix.contiguous();
  for (let ridge = RIDGE; ridge <= 1; ridge *= 100) {
    const a = Float64Array.from(data);
    const x = b.slice();
    for (let i = 0; i < b.length; i++) a[i * b.length + i] += ridge;
    if (choleskySolve(a, x)) return x;
  }
  throw new RangeError("expected finite inputs of a linear model");
}
