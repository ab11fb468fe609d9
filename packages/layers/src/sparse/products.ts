import type { Tensor } from "@rushlight/tensor";
import type { Entries } from "./Entries.ts";
import type { UsedFeatures } from "./UsedFeatures.ts";

/** Totals in double precision, one for each output. */
let totals = new Float64Array(0);

/**
 * output[n, j] ← bias[j] + Σ value·weight[feature, j] over the entries of sample n, with other values than theirs if need
 * be. The weight is `[features, outputs]`, however it lies.
 */
export function productsInto(
  entries: Entries,
  values: Float64Array,
  weight: Tensor,
  bias: Tensor,
  output: Tensor,
): void {
  const { features, starts, samples } = entries;
  const outputs = weight.size(1);
  if (totals.length < outputs) totals = new Float64Array(outputs);
  const sums = totals;
  const [w, start, [rowStep, columnStep]] = placesOf(weight);
  const [b, bStart, [bStep]] = placesOf(bias);
  const [y, yStart, [yRow, yColumn]] = placesOf(output);
  for (let n = 0; n < samples; n++) {
    sums.fill(0, 0, outputs);
    for (let e = starts[n]; e < starts[n + 1]; e++) {
      const value = values[e];
      for (let j = 0, at = start + features[e] * rowStep; j < outputs; j++, at += columnStep) sums[j] += value * w[at];
    }
    for (let j = 0, at = yStart + n * yRow; j < outputs; j++, at += yColumn) y[at] = sums[j] + b[bStart + j * bStep];
  }
}

/**
 * gradient[feature, j] ← gradient[feature, j] + scale·value·gradOutput[n, j] for the entries of each sample n, with other
 * values than theirs if need be. The gradient is `[features, outputs]`, however it lies.
 */
export function accumulateProducts(
  entries: Entries,
  values: Float64Array,
  gradOutput: Tensor,
  scale: number,
  gradient: Tensor,
): void {
  const { features, starts, samples } = entries;
  const outputs = gradient.size(1);
  const [d, start, [rowStep, columnStep]] = placesOf(gradient);
  const [g, gStart, [gRow, gColumn]] = placesOf(gradOutput);
  for (let n = 0; n < samples; n++) {
    for (let e = starts[n]; e < starts[n + 1]; e++) {
      const factor = scale * values[e];
      let at = start + features[e] * rowStep;
      let from = gStart + n * gRow;
      for (let j = 0; j < outputs; j++, at += columnStep, from += gColumn) d[at] += factor * g[from];
    }
  }
}

/**
 * gradient[feature] ← gradient[feature] + scale·Σⱼ weight[feature, j]·gradOutput[n, j] for the entries of each sample
 * n. The gradient is `[features]`, however it lies.
 */
export function accumulateFeatureBias(
  entries: Entries,
  weight: Tensor,
  gradOutput: Tensor,
  scale: number,
  gradient: Tensor,
): void {
  const { features, starts, samples } = entries;
  const outputs = weight.size(1);
  const [w, start, [rowStep, columnStep]] = placesOf(weight);
  const [g, gStart, [gRow, gColumn]] = placesOf(gradOutput);
  const [d, dStart, [dStep]] = placesOf(gradient);
  for (let n = 0; n < samples; n++) {
    for (let e = starts[n]; e < starts[n + 1]; e++) {
      let at = start + features[e] * rowStep;
      let from = gStart + n * gRow;
      let sum = 0;
      for (let j = 0; j < outputs; j++, at += columnStep, from += gColumn) sum += w[at] * g[from];
      d[dStart + features[e] * dStep] += scale * sum;
    }
  }
}

/** target[feature] ← target[feature] + scale·source[feature], matrices of one size, for the features in a set. */
export function addFeatures({ features, count }: UsedFeatures, scale: number, source: Tensor, target: Tensor): void {
  const columns = source.size(1);
  const [s, sStart, [sRow, sColumn]] = placesOf(source);
  const [t, tStart, [tRow, tColumn]] = placesOf(target);
  for (let i = 0; i < count; i++) {
    let from = sStart + features[i] * sRow;
    let to = tStart + features[i] * tRow;
    for (let j = 0; j < columns; j++, from += sColumn, to += tColumn) t[to] += scale * s[from];
  }
}

/** target[feature] ← 0 for the features in a set. */
export function zeroFeatures({ features, count }: UsedFeatures, target: Tensor): void {
  const columns = target.size(1);
  const [t, start, [rowStep, columnStep]] = placesOf(target);
  for (let i = 0; i < count; i++) {
    for (let j = 0, at = start + features[i] * rowStep; j < columns; j++, at += columnStep) t[at] = 0;
  }
}

function placesOf(tensor: Tensor): readonly [data: Data, start: number, stride: readonly number[]] {
  return [tensor.storage().data, tensor.storageOffset(), tensor.stride()];
}

interface Data {
  [position: number]: number;
}
