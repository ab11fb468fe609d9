import type { BandPoint, Point } from "@rushlight/plot";
import type { Generator } from "@rushlight/tensor";

/** Losses of batches and of epochs as a training run has them. */
export function lossCurves(generator: Generator): Record<"training" | "validation", Point[]> {
  const training = Array.from({ length: 400 }, (_, i) => {
    const x = (i + 1) / 40;
    return { x, y: (2.1 * Math.exp(-1.4 * x) + 0.32 / (1 + x)) * Math.exp(0.18 * generator.normal()) };
  });
  const validation = Array.from({ length: 10 }, (_, i) => {
    return { x: i + 1, y: 0.09 + 0.3 * Math.exp(-0.55 * (i + 1)) + 0.0012 * i * i };
  });
  return { training, validation };
}

/** Shares that are right, after each epoch, for three models. */
export function accuracies(): { name: string; points: Point[] }[] {
  const models = [
    ["logistic", 0.9245, 0.07],
    ["mlp", 0.9815, 0.055],
    ["cnn", 0.9921, 0.028],
  ] as const;
  return models.map(([name, best, gap]) => {
    return { name, points: Array.from({ length: 10 }, (_, i) => ({ x: i + 1, y: best - gap * Math.exp(-0.45 * i) })) };
  });
}

/** Noisy samples of a function, the function, and a fit with an interval. */
export function fit(generator: Generator): Record<"samples" | "network" | "straight", Point[]> & { band: BandPoint[] } {
  const truth = (x: number): number => Math.sin(2.4 * x) + 0.25 * x * x;
  const samples = Array.from({ length: 120 }, () => {
    const x = generator.uniform(-2.5, 2.5);
    return { x, y: truth(x) + 0.25 * generator.normal() };
  });
  const grid = Array.from({ length: 121 }, (_, i) => -2.5 + (5 * i) / 120);
  const fitted = (x: number): number => truth(x) + 0.06 * Math.sin(7 * x);
  const spread = (x: number): number => 0.18 + 0.05 * x * x;
  return {
    samples,
    network: grid.map((x) => ({ x, y: fitted(x) })),
    band: grid.map((x) => ({ x, low: fitted(x) - spread(x), high: fitted(x) + spread(x) })),
    straight: [-2.5, 2.5].map((x) => ({ x, y: 0.52 + 0.07 * x })),
  };
}

/** Predictions of prices, in thousands. */
export function prices(generator: Generator): Point[] {
  return Array.from({ length: 260 }, () => {
    const x = 90 + 60 * generator.exponential(0.55);
    return { x, y: 40 + 0.86 * x + 0.1 * x * generator.normal() };
  }).filter(({ x }) => x < 620);
}
