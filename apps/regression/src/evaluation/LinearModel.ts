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
   * The function with the least squared error, by the normal equations of centred inputs, with a ridge so small that it changes
   * nothing where there is one solution.
   *
   * @param x `[n, width]` of float64
   * @param y n numbers
   */
  static fit(x: Tensor<"float64">, y: Float64Array): LinearModel {
    const [n, width] = x.size();
    const means = x.mean(0);
    const centred = x.clone().csub(means.expand(n, width));
    const yMean = y.reduce((sum, value) => sum + value, 0) / n;
    const gram = Float64Array.from(mm(centred.t(), centred).contiguous().data);
    const scale = Math.max(...Array.from({ length: width }, (_, i) => gram[i * width + i])) || 1;
    const rows = centred.data;
    const weights = new Float64Array(width);
    for (let row = 0; row < n; row++) {
      for (let i = 0; i < width; i++) weights[i] += rows[row * width + i] * (y[row] - yMean);
    }
    for (let ridge = RIDGE; ; ridge *= 100) {
      const a = gram.slice();
      const b = weights.slice();
      for (let i = 0; i < width; i++) a[i * width + i] += ridge * scale;
      if (!choleskySolve(a, b)) continue;
      return new LinearModel(yMean - b.reduce((sum, weight, i) => sum + weight * means.get(0, i), 0), b);
    }
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
