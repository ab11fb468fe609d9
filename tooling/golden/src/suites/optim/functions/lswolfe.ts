import { lswolfe } from "@rushlight/optim";
import { compare } from "../../../compare/compare.ts";
import type { Fields } from "../../../fixtures/Fields.ts";
import { toTensor } from "../../../fixtures/tensors.ts";
import { plainFields } from "../../../mapping/build.ts";
import { readProblem } from "../problems.ts";

/** A line search on Rosenbrock's function, unless another problem is named. */
export function replayLswolfe(fixture: Fields, problems: Fields): string[] {
  const number = (name: string): number => fixture.required(name, fixture.number(name));
  const tensor = (name: string) => toTensor(fixture.required(name, fixture.tensor(name)));
  const problem = readProblem(fixture.string("problem") ?? "rosenbrock", problems);
  const options = plainFields(fixture.record("options") ?? new Map());
  const x = tensor("x");
  const found = lswolfe(
    problem.evaluate,
    x,
    number("t"),
    tensor("d"),
    number("f"),
    tensor("g"),
    number("gtd"),
    options,
  );
  const result = fixture.required("result", fixture.fields("result"));
  return [
    ...compare("f", result.required("f", result.number("f")), found.f),
    ...compare("g", result.required("g", result.tensor("g")), found.g),
    ...compare("x", result.required("x", result.tensor("x")), x),
    ...compare("t", result.required("t", result.number("t")), found.t),
    ...compare("lsFuncEval", result.required("lsFuncEval", result.number("lsFuncEval")), found.evaluations),
  ];
}
