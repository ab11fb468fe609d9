import { Tensor, tensor } from "@rushlight/tensor";
import type { Problem } from "./Problem.ts";

/** Rosenbrock's function in two dimensions: a curved valley, flat along its floor. */
export function rosenbrock(): Problem {
  const gradient = new Tensor([2], { dtype: "float64", resident: true });
  return {
    name: "rosenbrock",
    title: "Rosenbrock's function",
    description:
      "100·(y − x²)² + (1 − x)² from (−1.2, 1), in float64. At the start its largest curvature is about 1500; at the\n" +
      "minimum the curvatures are about 1000 and 0.4.",
    target: 1e-6,
    limit: 20_000,
    start: () => new Tensor([2], { dtype: "float64", resident: true }).copy(tensor([-1.2, 1], { dtype: "float64" })),
    evaluate(at) {
      const [x, y] = [at.get(0), at.get(1)];
      const height = y - x * x;
      gradient.put([0], -400 * x * height - 2 * (1 - x)).put([1], 200 * height);
      return [100 * height * height + (1 - x) * (1 - x), gradient];
    },
  };
}
