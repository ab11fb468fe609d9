import type { Tensor } from "@rushlight/tensor";

/** A matrix as it lies: element (i, j) is at `start + i·rowStride + j·columnStride`. */
interface Matrix {
  readonly data: { [position: number]: number };
  readonly start: number;
  readonly rowStride: number;
  readonly columnStride: number;
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
  const xs = matrixOf(x);
  const ws = matrixOf(w);
  const fs = factors && matrixOf(factors);
  const ys = matrixOf(distances);
  for (let n = 0; n < samples; n++) {
    sums.fill(0, 0, outputs);
    for (let i = 0; i < inputs; i++) {
      const value = xs.data[xs.start + n * xs.rowStride + i * xs.columnStride];
      let at = ws.start + i * ws.rowStride;
      if (fs === undefined) {
        for (let j = 0; j < outputs; j++, at += ws.columnStride) {
          const difference = value - ws.data[at];
          sums[j] += difference * difference;
        }
      } else {
        let factor = fs.start + i * fs.rowStride;
        for (let j = 0; j < outputs; j++, at += ws.columnStride, factor += fs.columnStride) {
          const difference = value - ws.data[at];
          sums[j] += fs.data[factor] * difference * difference;
        }
      }
    }
    for (let j = 0, at = ys.start + n * ys.rowStride; j < outputs; j++, at += ys.columnStride) {
      ys.data[at] = Math.sqrt(sums[j]);
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
  const xs = matrixOf(x);
  const ws = matrixOf(w);
  const fs = factors && matrixOf(factors);
  const qs = matrixOf(q);
  const ds = matrixOf(gradients);
  for (let n = 0; n < samples; n++) {
    for (let i = 0; i < inputs; i++) {
      const value = xs.data[xs.start + n * xs.rowStride + i * xs.columnStride];
      let at = ws.start + i * ws.rowStride;
      let quotient = qs.start + n * qs.rowStride;
      let sum = 0;
      if (fs === undefined) {
        for (let j = 0; j < outputs; j++, at += ws.columnStride, quotient += qs.columnStride) {
          sum += qs.data[quotient] * (value - ws.data[at]);
        }
      } else {
        let factor = fs.start + i * fs.rowStride;
        for (let j = 0; j < outputs; j++, at += ws.columnStride, quotient += qs.columnStride) {
          sum += qs.data[quotient] * fs.data[factor] * (value - ws.data[at]);
          factor += fs.columnStride;
        }
      }
      ds.data[ds.start + n * ds.rowStride + i * ds.columnStride] = sum;
    }
  }
}

/** sums[i, j] ← Σₙ q[n, j]·(x[n, i] − w[i, j])ᵖ for a power p of 1 or 2. */
export function differenceSumsInto(x: Tensor, w: Tensor, q: Tensor, power: 1 | 2, sums: Tensor): void {
  const [samples, inputs] = x.size();
  const outputs = w.size(1);
  const columns = zeroTotals(outputs);
  const xs = matrixOf(x);
  const ws = matrixOf(w);
  const qs = matrixOf(q);
  const ss = matrixOf(sums);
  for (let i = 0; i < inputs; i++) {
    columns.fill(0, 0, outputs);
    for (let n = 0; n < samples; n++) {
      const value = xs.data[xs.start + n * xs.rowStride + i * xs.columnStride];
      let at = ws.start + i * ws.rowStride;
      let quotient = qs.start + n * qs.rowStride;
      for (let j = 0; j < outputs; j++, at += ws.columnStride, quotient += qs.columnStride) {
        const difference = value - ws.data[at];
        columns[j] += qs.data[quotient] * (power === 1 ? difference : difference * difference);
      }
    }
    for (let j = 0, at = ss.start + i * ss.rowStride; j < outputs; j++, at += ss.columnStride) {
      ss.data[at] = columns[j];
    }
  }
}

function zeroTotals(count: number): Float64Array {
  if (totals.length < count) totals = new Float64Array(count);
  return totals;
}

function matrixOf(tensor: Tensor): Matrix {
  const [rowStride, columnStride] = tensor.stride();
  return { data: tensor.storage().data, start: tensor.storageOffset(), rowStride, columnStride };
}
