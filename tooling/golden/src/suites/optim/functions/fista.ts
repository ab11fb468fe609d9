import { fista } from "@rushlight/optim";
import { type Tensor, zeros } from "@rushlight/tensor";
import { compare } from "../../../compare/compare.ts";
import type { Fields } from "../../../fixtures/Fields.ts";
import { toTensor } from "../../../fixtures/tensors.ts";
import { plainFields } from "../../../mapping/build.ts";

/** What was recorded of each iteration. */
const iterationFields = ["nline", "L", "F", "Fply", "Gply", "Q"] as const;

/** ½·‖Ax − b‖² + lambda·‖x‖₁ */
export function replayFista(fixture: Fields): string[] {
  fixture.string("name");
  fixture.string("formula");
  const A = toTensor(fixture.required("A", fixture.tensor("A")));
  const b = toTensor(fixture.required("b", fixture.tensor("b")));
  const lambda = fixture.required("lambda", fixture.number("lambda"));
  // Torch7 begins at zeros whatever it is given, and looks ahead only when told to.
  const x = toTensor(fixture.required("x0", fixture.tensor("x0"))).zero();
  const params = { doFistaUpdate: false, ...plainFields(fixture.record("params") ?? new Map()) };
  const found = fista(
    (at) => leastSquares(A, b, at),
    (at) => lambda * at.norm(1),
    (at, L) => softShrink(at, lambda / L),
    x,
    params,
  );
  const history = fixture.required("history", fixture.objects("history"));
  return [
    ...compare("result", fixture.required("result", fixture.tensor("result")), x),
    ...compare("finalL", fixture.required("finalL", fixture.number("finalL")), found.L),
    ...compare("the length of the history", history.length, found.history.length),
    ...history.flatMap((recorded, i) =>
      iterationFields.flatMap((name) =>
        compare(
          `${name} of iteration ${i}`,
          recorded.required(name, recorded.number(name)),
          found.history.at(i)?.[name],
        ),
      ),
    ),
  ];
}

function leastSquares(A: Tensor, b: Tensor, x: Tensor): readonly [number, Tensor] {
  const residual = b.clone().addmv(-1, 1, A, x);
  return [0.5 * residual.dot(residual), zeros(x.size(), { dtype: x.dtype }).addmv(A.t(), residual)];
}

function softShrink(x: Tensor, threshold: number): void {
  for (const [i, value] of x.data.entries()) x.data[i] = Math.sign(value) * Math.max(Math.abs(value) - threshold, 0);
}
