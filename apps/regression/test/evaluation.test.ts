import { Generator, tensor } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import {
  difference,
  type Estimate,
  estimates,
  type MetricEstimates,
  quantile,
  resample,
} from "../src/evaluation/bootstrap.ts";
import { choleskySolve } from "../src/evaluation/choleskySolve.ts";
import { LinearModel } from "../src/evaluation/LinearModel.ts";
import { metricsOf } from "../src/evaluation/metrics.ts";

describe("metricsOf", () => {
  it("computes root mean squared error, mean absolute error and explained variance", () => {
    const { rmse, mae, r2 } = metricsOf(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 2, 3, 6));
    expect([rmse, mae]).toEqual([1, 0.5]);
    expect(r2).toBeCloseTo(1 - 4 / 5, 12);
  });

  it("counts rows as often as they are named", () => {
    const rows = Int32Array.of(1, 1, 0);
    const { rmse, mae, r2 } = metricsOf(Float64Array.of(0, 3), Float64Array.of(0, 0), rows);
    expect([rmse, mae]).toEqual([Math.sqrt(6), 2]);
    expect(r2).toBeCloseTo(1 - 18 / 6, 12);
  });

  it("has no explained variance where nothing varies", () => {
    expect(metricsOf(Float64Array.of(2, 2), Float64Array.of(2, 3)).r2).toBeNaN();
  });
});

it("quantile takes numbers in proportion between two", () => {
  const sorted = Float64Array.of(1, 2, 4);
  expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile(sorted, share))).toEqual([1, 1.5, 2, 3, 4]);
  expect(quantile(new Float64Array(), 0.5)).toBeNaN();
});

describe("the bootstrap", () => {
  const generator = new Generator(3);
  const truth = Float64Array.from({ length: 400 }, () => generator.normal(0, 1));
  const noisy = (deviation: number): Float64Array => truth.map((value) => value + generator.normal(0, deviation));
  const metrics = (values: Float64Array, predicted: Float64Array, seed = 1): MetricEstimates =>
    estimates(resample(values, [predicted], seed)[0]);
  const between = (some: Float64Array, others: Float64Array): Estimate => {
    const [ofSome, ofOthers] = resample(truth, [some, others], 1);
    return difference(ofSome, ofOthers);
  };

  it("gives intervals that have the error in them, as wide as theory says", () => {
    const { rmse } = metrics(truth, noisy(0.5));
    expect(rmse.low).toBeLessThan(rmse.value);
    expect(rmse.high).toBeGreaterThan(rmse.value);
    // The deviation of a root mean square of n normal errors is about sigma / sqrt(2 n).
    const theory = (2 * 1.96 * rmse.value) / Math.sqrt(2 * truth.length);
    expect(rmse.high - rmse.low).toBeGreaterThan(0.8 * theory);
    expect(rmse.high - rmse.low).toBeLessThan(1.2 * theory);
  });

  it("tells predictions apart that differ, and not those that do not", () => {
    const good = noisy(0.5);
    expect(between(good, noisy(0.8)).high).toBeLessThan(0);
    expect(between(good, good)).toEqual({ value: 0, low: 0, high: 0 });
    const other = between(good, noisy(0.5));
    expect(other.low).toBeLessThan(0);
    expect(other.high).toBeGreaterThan(0);
  });

  it("is the same for the same seed", () => {
    const predicted = noisy(1);
    expect(metrics(truth, predicted, 5)).toEqual(metrics(truth, predicted, 5));
    expect(metrics(truth, predicted, 6)).not.toEqual(metrics(truth, predicted, 5));
  });

  it("has figures for a single row, but no explained variance", () => {
    const { rmse, r2 } = metrics(Float64Array.of(3), Float64Array.of(5));
    expect(rmse).toEqual({ value: 2, low: 2, high: 2 });
    expect(r2).toEqual({ value: Number.NaN, low: Number.NaN, high: Number.NaN });
  });
});

describe("choleskySolve", () => {
  it("solves a system that is positive definite", () => {
    const b = Float64Array.of(2 * 4 + 3, 2 + 3 * 5);
    expect(choleskySolve(Float64Array.of(4, 1, 1, 5), b)).toBe(true);
    expect(b[0]).toBeCloseTo(2, 12);
    expect(b[1]).toBeCloseTo(3, 12);
  });

  it("says so when a system is not", () => {
    expect(choleskySolve(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toBe(false);
    expect(choleskySolve(Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 1))).toBe(false);
  });
});

describe("LinearModel", () => {
  it("finds the function that data have", () => {
    const generator = new Generator(1);
    const rows = Array.from({ length: 50 }, () => [generator.normal(), generator.normal(3, 2), generator.uniform()]);
    const y = Float64Array.from(rows, ([a, b, c]) => 7 + 2 * a - 3 * b + 0.5 * c);
    const x = tensor(rows, { dtype: "float64" });
    const { intercept, weights } = LinearModel.fit(x, y);
    expect(intercept).toBeCloseTo(7, 4);
    expect(weights[0]).toBeCloseTo(2, 4);
    expect(weights[1]).toBeCloseTo(-3, 4);
    expect(weights[2]).toBeCloseTo(0.5, 4);
  });

  it("leaves errors that have nothing to do with any input", () => {
    const generator = new Generator(2);
    const rows = Array.from({ length: 80 }, () => [generator.normal(), generator.normal()]);
    const y = Float64Array.from(rows, ([a]) => a + generator.normal());
    const x = tensor(rows, { dtype: "float64" });
    const predicted = LinearModel.fit(x, y).predict(x);
    const errors = y.map((value, row) => value - predicted[row]);
    for (const column of [0, 1]) {
      expect(errors.reduce((sum, error, row) => sum + error * rows[row][column], 0)).toBeCloseTo(0, 5);
    }
    expect(errors.reduce((sum, error) => sum + error, 0)).toBeCloseTo(0, 10);
  });

  it("is the same whatever the units of the inputs", () => {
    const rows = Array.from({ length: 30 }, (_, row) => [row % 7, (row * row) % 11, row % 10 === 0 ? 1 : 0]);
    const y = Float64Array.from(rows, ([a, b, c], row) => a - b + 5 * c + (row % 3));
    const fitted = (units: readonly number[]): Float64Array => {
      const x = tensor(
        rows.map((row) => row.map((value, i) => value * units[i])),
        { dtype: "float64" },
      );
      return LinearModel.fit(x, y).predict(x);
    };
    const expected = fitted([1, 1, 1]);
    fitted([1e-9, 1, 1e40]).forEach((value, row) => {
      expect(value).toBeCloseTo(expected[row], 6);
    });
  });

  it("fits fewer rows than inputs by the least weights", () => {
    const rows = [
      [1, 1, 0],
      [3, 3, 0],
    ];
    const { intercept, weights } = LinearModel.fit(tensor(rows, { dtype: "float64" }), Float64Array.of(2, 10));
    expect(intercept).toBeCloseTo(-2, 6);
    [2, 2, 0].forEach((weight, i) => {
      expect(weights[i]).toBeCloseTo(weight, 6);
    });
  });

  it("refuses inputs that are no numbers, rather than to look for ever", () => {
    const x = tensor([[1], [Number.POSITIVE_INFINITY]], { dtype: "float64" });
    expect(() => LinearModel.fit(x, Float64Array.of(1, 2))).toThrow("expected finite inputs of a linear model");
  });

  it("predicts well from columns that depend on each other, or are constant", () => {
    const rows = Array.from({ length: 12 }, (_, row) => [row % 2, 1 - (row % 2), 0]);
    const y = Float64Array.from(rows, ([odd]) => (odd === 1 ? 10 : 4));
    const predicted = LinearModel.fit(tensor(rows, { dtype: "float64" }), y).predict(
      tensor(rows, { dtype: "float64" }),
    );
    predicted.forEach((value, row) => {
      expect(value).toBeCloseTo(y[row], 5);
    });
  });

  it("predicts the mean from nothing but constants", () => {
    const x = tensor([[0], [0], [0]], { dtype: "float64" });
    expect([...LinearModel.fit(x, Float64Array.of(1, 2, 6)).predict(x)]).toEqual([3, 3, 3]);
  });
});
