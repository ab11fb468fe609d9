import { Tensor } from "@rushlight/tensor";
import { compare } from "../../compare/compare.ts";
import { COARSE_TOLERANCE, FLOAT64_TOLERANCE } from "../../compare/tolerance.ts";
import { Fields } from "../../fixtures/Fields.ts";
import { FixtureError } from "../../fixtures/FixtureError.ts";
import { toTensor } from "../../fixtures/tensors.ts";
import { isLuaList, LuaTensor, type LuaValue } from "../../fixtures/values.ts";
import { lookup } from "../../mapping/lookup.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";
import type { CaseResult } from "../../run/CaseResult.ts";
import { replayCases } from "../cases.ts";
import { stridedTensor } from "../nn/strided.ts";
import type { FixtureFile } from "../Suite.ts";
import { callName } from "./callName.ts";
import { expressions } from "./expressions.ts";
import { functions } from "./functions/functions.ts";
import { methods } from "./methods/methods.ts";
import { resolveArguments } from "./resolveArguments.ts";

/** Replays `tensor.json`: methods, functions and expressions of tensors. */
export function tensorSuite({ file, json }: FixtureFile): CaseResult[] {
  return replayCases(new Fields(json, file).json("cases"), { class: "tensor", file }, replayCall, callName);
}

/** One recorded call. */
interface TensorCall {
  readonly op: string;
  readonly args: readonly LuaValue[];
  readonly inputs: readonly LuaTensor[];
  readonly noncontiguous: boolean;
  readonly recorded: LuaValue;
  readonly where: string;
}

/** What our call gives, and what it should give. */
interface Outcome {
  readonly actual: unknown;
  readonly expected: LuaValue;
}

const kinds: Readonly<Record<string, (call: TensorCall) => Outcome>> = {
  method: callMethod,
  function: callFunction,
  expression: evaluateExpression,
};

function replayCall(fields: Fields): string[] {
  fields.string("name");
  fields.string("note");
  const kind = fields.required("call", fields.string("call"));
  const replay = lookup(kinds, kind);
  if (replay === undefined) {
    throw new FixtureError(`${fields.where}, call`, `expected ${Object.keys(kinds).join(", ")}, got "${kind}"`);
  }
  const call = readCall(fields);
  const { actual, expected } = replay(call);
  const coarse = [...call.inputs, ...(isLuaList(expected) ? expected : [expected])].some(isFloat);
  const tolerance = coarse ? COARSE_TOLERANCE : FLOAT64_TOLERANCE;
  return compare("result", expected, actual, { tolerance, dtypes: true });
}

function readCall(fields: Fields): TensorCall {
  const recorded = fields.has("results") ? fields.list("results") : fields.value("result");
  const inputs = fields.list("inputs") ?? [];
  return {
    op: fields.required("op", fields.string("op")),
    args: fields.list("args") ?? [],
    inputs: inputs.map((input, i) => {
      if (input instanceof LuaTensor) return input;
      throw new FixtureError(`${fields.where}, inputs[${i}]`, "expected a tensor");
    }),
    noncontiguous: fields.boolean("noncontiguous") ?? false,
    recorded: fields.required("result", recorded),
    where: fields.where,
  };
}

function callMethod(call: TensorCall): Outcome {
  const method = lookup(methods, call.op);
  if (method === undefined) throw new NotImplemented(`Tensor.${call.op}`);
  const operands = operandsOf(call);
  const args = resolveArguments(call.op, call.args, operands, call.where);
  const [target] = operands;
  if (target === undefined) throw new FixtureError(call.where, "expected the tensor whose method is called");
  const actual = method(target, args);
  args.checkAllRead();
  return { actual, expected: call.recorded };
}

function callFunction(call: TensorCall): Outcome {
  const compute = lookup(functions, call.op);
  if (compute === undefined) throw new NotImplemented(`the function ${call.op}`);
  const args = resolveArguments(call.op, call.args, operandsOf(call), call.where);
  const actual = compute(args);
  args.checkAllRead();
  return { actual, expected: call.recorded };
}

function evaluateExpression(call: TensorCall): Outcome {
  const row = lookup(expressions, call.op);
  if (row === undefined) throw new NotImplemented(`the expression ${call.op}`);
  const none = new Tensor();
  const [a = none, b = none, c = none, d = none] = operandsOf(call);
  return { actual: row.run({ a, b, c, d }), expected: row.expected?.(call.recorded) ?? call.recorded };
}

/** The inputs as our tensors. Of strided ones, the first is. */
function operandsOf(call: TensorCall): Tensor[] {
  return call.inputs.map((input, i) => {
    const tensor = toTensor(input);
    return call.noncontiguous && i === 0 ? stridedTensor(tensor) : tensor;
  });
}

function isFloat(value: LuaValue): boolean {
  return value instanceof LuaTensor && value.dtype === "float";
}
