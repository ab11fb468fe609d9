import { diag, eye, Generator, logspace, mm, randn, Tensor } from "@rushlight/tensor";
import type { Problem } from "./Problem.ts";

const SIZE = 100;
const SEED = 1;

/** A quadratic in 100 dimensions with eigenvalues from 0.1 to 1000, whose axes point anywhere. */
export function quadratic(): Problem {
  const generator = new Generator(SEED);
  const hessian = vectorLike([SIZE, SIZE]).copy(rotated(logspace(-1, 3, SIZE, { dtype: "float64" }), generator));
  const minimum = vectorLike([SIZE]).copy(randn([SIZE], { dtype: "float64", generator }));
  const distance = vectorLike([SIZE]);
  const gradient = vectorLike([SIZE]);
  return {
    name: "quadratic",
    title: "An ill-conditioned quadratic",
    description:
      `½·(x − m)ᵀA(x − m) from 0, in ${SIZE} dimensions, in float64. The eigenvalues of A lie evenly on a logarithmic scale from 0.1 to\n` +
      "1000, so that the condition number is 10⁴; its eigenvectors are random, and m is random normal.",
    target: 1e-3,
    limit: 20_000,
    start: () => vectorLike([SIZE]).zero(),
    evaluate(x) {
      distance.copy(x).csub(minimum);
      gradient.addmv(0, 1, hessian, distance);
      return [0.5 * gradient.dot(distance), gradient];
    },
  };
}

function vectorLike(size: readonly number[]): Tensor<"float64"> {
  return new Tensor(size, { dtype: "float64", resident: true });
}

/** A symmetric matrix with given eigenvalues and random eigenvectors: those of a product of reflections. */
function rotated(eigenvalues: Tensor<"float64">, generator: Generator): Tensor<"float64"> {
  const n = eigenvalues.nElement();
  const rotation = eye(n, n, { dtype: "float64" });
  for (let i = 0; i < n; i++) {
    const normal = randn([n], { dtype: "float64", generator });
    normal.div(normal.norm());
    const shadow = rotation.t().contiguous();
    rotation.addr(-2, normal, normal.clone().addmv(0, 1, shadow, normal));
  }
  const product = mm(mm(rotation, diag(eigenvalues)), rotation.t());
  return product.add(product.t().contiguous()).mul(0.5);
}
