import type { Histogram } from "@rushlight/plot";
import { type Generator, Tensor, tensor } from "@rushlight/tensor";

/** Filters as a first convolution learns them: edges, lines and spots at many angles. */
export function filters(count: number, side: number, generator: Generator): Tensor {
  const weights = new Tensor([count, side, side]);
  const middle = (side - 1) / 2;
  for (let f = 0; f < count; f++) {
    const [angle, phase, length] = [generator.uniform(0, Math.PI), generator.uniform(0, 6.3), generator.uniform(3, 7)];
    const rows = Array.from({ length: side }, (_, y) =>
      Array.from({ length: side }, (_, x) => {
        const [dx, dy] = [x - middle, y - middle];
        const along = dx * Math.cos(angle) + dy * Math.sin(angle);
        const fade = Math.exp(-(dx * dx + dy * dy) / (0.35 * side * side));
        return 0.3 * fade * Math.sin((2 * Math.PI * along) / length + phase) + 0.02 * generator.normal();
      }),
    );
    weights.select(0, f).copy(tensor(rows));
  }
  return weights;
}

/** The histogram of normal numbers. */
export function bell(deviation: number, generator: Generator, mean: number = 0): Histogram {
  const values = Array.from({ length: 4000 }, () => mean + deviation * generator.normal());
  return histogram(values);
}

/** The histogram of what a ReLU makes of normal numbers: half of them are 0. */
export function rectified(deviation: number, generator: Generator): Histogram {
  return histogram(Array.from({ length: 4000 }, () => Math.max(0, deviation * generator.normal())));
}

function histogram(values: readonly number[]) {
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const counts = Array.from({ length: 32 }, () => 0);
  for (const value of values) {
    const bin = Math.min(31, Math.floor((32 * (value - from)) / (to - from)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { from, to, counts };
}

/** Counts as a network of linear layers has them on the 10,000 test digits of MNIST. */
export const CONFUSION: readonly (readonly number[])[] = [
  [971, 0, 1, 0, 0, 2, 3, 1, 2, 0],
  [0, 1126, 3, 1, 0, 1, 2, 1, 1, 0],
  [4, 1, 1010, 4, 2, 0, 2, 6, 3, 0],
  [0, 0, 4, 990, 0, 5, 0, 5, 3, 3],
  [1, 0, 2, 1, 962, 0, 4, 2, 1, 9],
  [3, 0, 0, 9, 1, 870, 5, 1, 2, 1],
  [4, 3, 1, 1, 4, 4, 939, 0, 2, 0],
  [1, 3, 9, 2, 1, 0, 0, 1005, 2, 5],
  [4, 0, 3, 6, 4, 3, 2, 3, 945, 4],
  [3, 4, 0, 5, 9, 3, 1, 5, 2, 977],
];
