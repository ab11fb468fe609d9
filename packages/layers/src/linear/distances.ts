import type { Tensor } from "@rushlight/tensor";

/** A matrix as it lies: its elements, where the first is, and the distances of rows and of columns. */
type Places = readonly [elements: Elements, start: number, rowStride: number, columnStride: number];

interface Elements {
  [position: number]: number;
}

/** Totals in double precision, one for each learned point. */
let totals = new Float64Array(0);

/**
 * distances[n, j] ← √(Σᵢ fᵢⱼ·(x[n, i] − w[i, j])²), by differences: what ‖x‖² − 2·x·w + ‖w‖² gives is wrong for points close
 * to each other.
 *
 * @param factors f; all 1 when left out
 */
export function distancesInto(x: Tensor, w: Tensor, factors: Tensor | undefined, distances: Tensor): void {
  const [samples, inputs] = x.size();
  const outputs = w.size(1);
  const sums = zeroTotals(outputs);
  const [xs, xStart, xRow, xColumn] = placesOf(x);
  const [ws, wStart, wRow, wColumn] = placesOf(w);
  const [fs, fStart, fRow, fColumn] = placesOf(factors ?? w);
  const [ys, yStart, yRow, yColumn] = placesOf(distances);
  for (let n = 0; n < samples; n++) {
    sums.fill(0, 0, outputs);
    for (let i = 0; i < inputs; i++) {
      const value = xs[xStart + n * xRow + i * xColumn];
      let at = wStart + i * wRow;
      if (factors === undefined) {
        for (let j = 0; j < outputs; j++, at += wColumn) {
          const difference = value - ws[at];
          sums[j] += difference * difference;
        }
      } else {
        let factor = fStart + i * fRow;
        for (let j = 0; j < outputs; j++, at += wColumn, factor += fColumn) {
          const difference = value - ws[at];
          sums[j] += fs[factor] * difference * difference;
        }
      }
    }
    for (let j = 0, at = yStart + n * yRow; j < outputs; j++, at += yColumn) {
      ys[at] = Math.sqrt(sums[j]);
    }
  }
}

/**
 * gradients[n, i] ← Σⱼ q[n, j]·fᵢⱼ·(x[n, i] − w[i, j]).
 *
 * @param factors f; all 1 when left out
 */
export function inputGradientsInto(
  x: Tensor,
  w: Tensor,
  factors: Tensor | undefined,
  q: Tensor,
  gradients: Tensor,
): void {
  const [samples, inputs] = x.size();
  const outputs = w.size(1);
  const [xs, xStart, xRow, xColumn] = placesOf(x);
  const [ws, wStart, wRow, wColumn] = placesOf(w);
  const [fs, fStart, fRow, fColumn] = placesOf(factors ?? w);
  const [qs, qStart, qRow, qColumn] = placesOf(q);
  const [ds, dStart, dRow, dColumn] = placesOf(gradients);
  for (let n = 0; n < samples; n++) {
    for (let i = 0; i < inputs; i++) {
      const value = xs[xStart + n * xRow + i * xColumn];
      let at = wStart + i * wRow;
      let quotient = qStart + n * qRow;
      let sum = 0;
      if (factors === undefined) {
        for (let j = 0; j < outputs; j++, at += wColumn, quotient += qColumn) {
          sum += qs[quotient] * (value - ws[at]);
        }
      } else {
        let factor = fStart + i * fRow;
        for (let j = 0; j < outputs; j++, at += wColumn, quotient += qColumn) {
          sum += qs[quotient] * fs[factor] * (value - ws[at]);
          factor += fColumn;
        }
      }
      ds[dStart + n * dRow + i * dColumn] = sum;
    }
  }
}

/** sums[i, j] ← Σₙ q[n, j]·(x[n, i] − w[i, j])ᵖ for a power p of 1 or 2. */
export function differenceSumsInto(x: Tensor, w: Tensor, q: Tensor, power: 1 | 2, sums: Tensor): void {
  const [samples, inputs] = x.size();
  const outputs = w.size(1);
  const columns = zeroTotals(outputs);
  const [xs, xStart, xRow, xColumn] = placesOf(x);
  const [ws, wStart, wRow, wColumn] = placesOf(w);
  const [qs, qStart, qRow, qColumn] = placesOf(q);
  const [ss, sStart, sRow, sColumn] = placesOf(sums);
  for (let i = 0; i < inputs; i++) {
    columns.fill(0, 0, outputs);
    for (let n = 0; n < samples; n++) {
      const value = xs[xStart + n * xRow + i * xColumn];
      let at = wStart + i * wRow;
      let quotient = qStart + n * qRow;
      for (let j = 0; j < outputs; j++, at += wColumn, quotient += qColumn) {
        const difference = value - ws[at];
        columns[j] += qs[quotient] * (power === 1 ? difference : difference * difference);
      }
    }
    for (let j = 0, at = sStart + i * sRow; j < outputs; j++, at += sColumn) {
      ss[at] = columns[j];
    }
  }
}

function zeroTotals(count: number): Float64Array {
  if (totals.length < count) totals = new Float64Array(count);
  return totals;
}

function placesOf(tensor: Tensor): Places {
  const [rowStride, columnStride] = tensor.stride();
  return [tensor.storage().data, tensor.storageOffset(), rowStride, columnStride];
}
