import { type Tensor, tensor } from "@rushlight/tensor";
import type { Fields } from "../../fixtures/Fields.ts";
import { toTensor } from "../../fixtures/tensors.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";

/** A function to minimise. */
export interface Problem {
  /** Where the search begins: a new tensor at each call. */
  begin(): Tensor;
  /** The value and the gradient, a new tensor, at a point. */
  evaluate(x: Tensor): readonly [value: number, gradient: Tensor];
}

/**
 * Reads a problem of `optim.json`.
 *
 * @param name its name
 * @param problems all problems of the file
 * @throws FixtureError when it is not there, or lacks its data
 * @throws NotImplemented for a function other than rosenbrock and quadratic
 */
export function readProblem(name: string, problems: Fields): Problem {
  const fields = problems.required(name, problems.fields(name));
  fields.string("formula");
  const x0 = fields.required("x0", fields.tensor("x0"));
  const begin = (): Tensor => toTensor(x0);
  if (name === "rosenbrock") return { begin, evaluate: rosenbrock };
  if (name !== "quadratic") throw new NotImplemented(`the problem ${name}`);
  const A = toTensor(fields.required("A", fields.tensor("A")));
  const b = toTensor(fields.required("b", fields.tensor("b")));
  return { begin, evaluate: (x) => quadratic(A, b, x) };
}

/** 100·(x₁ − x₀²)² + (1 − x₀)². */
function rosenbrock(x: Tensor): readonly [number, Tensor] {
  const [a, b] = [x.get(0), x.get(1)];
  const rise = b - a * a;
  return [100 * (rise * rise) + (1 - a) ** 2, tensor([-400 * a * rise - 2 * (1 - a), 200 * rise])];
}

/** ½·xᵀAx − bᵀx. */
function quadratic(A: Tensor, b: Tensor, x: Tensor): readonly [number, Tensor] {
  const Ax = b.clone().addmv(0, 1, A, x);
  return [0.5 * Ax.dot(x) - b.dot(x), Ax.clone().csub(b)];
}
