import { Linear, Sequential } from "@rushlight/nn";
import { manualSeed, tensor } from "@rushlight/tensor";
import { compare } from "../../compare/compare.ts";
import type { Fields } from "../../fixtures/Fields.ts";
import { FixtureError } from "../../fixtures/FixtureError.ts";
import { toTensor } from "../../fixtures/tensors.ts";
import { LuaTensor } from "../../fixtures/values.ts";
import { isOwnError } from "../stages.ts";

/**
 * Replays flattening a Linear, a clone that shares some of its tensors, and a clone that shares none. Torch7 held them
 * in a ParallelTable whose outputs were joined; here a Sequential holds them and each is called by itself.
 */
export function replaySharedParameters(fields: Fields): string[] {
  fields.string("name");
  fields.string("note");
  const parameters = fields.required("parameters", fields.list("parameters"));
  const shared = fields.required("shared", fields.list("shared")).map(String);
  const message = fields.string("errorMessage");
  const expected = {
    flat: fields.tensor("flat"),
    gradFlat: fields.tensor("gradFlat"),
    nElement: fields.number("nElement"),
    gradNElement: fields.number("gradNElement"),
    output: fields.tensor("output"),
  };
  const inputs = fields.list("input");
  const gradOutput = fields.tensor("gradOutput");
  const [weight] = parameters;
  if (!(weight instanceof LuaTensor) || weight.size.length !== 2) {
    throw new FixtureError(`${fields.where}, parameters[0]`, "expected the weight of a Linear");
  }
  const seed = fields.number("seed");
  if (seed !== undefined) manualSeed(seed);
  const first = new Linear(weight.size[1], weight.size[0]);
  const modules = [first, first.clone(...shared), first.clone()];
  const holder = new Sequential();
  for (const module of modules) holder.insert(module);

  const problems = compare("parameters", parameters, holder.parameters()[0]);
  if (message !== undefined) {
    if (throws(() => holder.getParameters())) return problems;
    return [...problems, `getParameters: expected an error as Torch7 throws (${message})`];
  }
  const [flat, gradFlat] = holder.getParameters();
  problems.push(...compare("flat", expected.flat ?? null, flat));
  problems.push(...compare("nElement", expected.nElement ?? null, flat.nElement()));
  problems.push(...compare("gradNElement", expected.gradNElement ?? null, gradFlat.nElement()));
  if (inputs === undefined || gradOutput === undefined) return problems;

  const given = inputs.map((input, i) => {
    if (input instanceof LuaTensor) return toTensor(input);
    throw new FixtureError(`${fields.where}, input[${i}]`, "expected a tensor");
  });
  gradFlat.zero();
  const outputs = modules.map((module, i) => module.forward(given[i]));
  const joined = tensor(outputs.flatMap((output) => [...output.values()]));
  problems.push(...compare("output", expected.output ?? null, joined));
  let offset = 0;
  for (const [i, module] of modules.entries()) {
    const length = outputs[i].nElement();
    module.backward(given[i], toTensor(gradOutput).narrow(0, offset, length));
    offset += length;
  }
  return [...problems, ...compare("gradFlat", expected.gradFlat ?? null, gradFlat)];
}

function throws(action: () => unknown): boolean {
  try {
    action();
    return false;
  } catch (error) {
    if (isOwnError(error)) return true;
    throw error;
  }
}
