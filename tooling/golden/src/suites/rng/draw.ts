import {
  type DType,
  defaultGenerator,
  type Generator,
  multinomialAlias,
  multinomialAliasSetup,
  Tensor,
} from "@rushlight/tensor";
import { isLuaList, LuaTensor, type LuaValue, luaDTypes } from "../../fixtures/values.ts";
import type { Expression } from "../../lua/Expression.ts";
import { oneBased } from "../../mapping/indices.ts";
import { LuaArguments } from "../../mapping/LuaArguments.ts";
import { lookup } from "../../mapping/lookup.ts";
import { MappingError } from "../../mapping/MappingError.ts";
import { NotImplemented } from "../../mapping/NotImplemented.ts";
import { distributions } from "./distributions.ts";
import { fills, randomTensors, tensorTypes } from "./tensorFills.ts";

/** The name that a generator of its own has in recorded expressions. */
const GENERATOR = "g";

/**
 * Draws what an expression of Torch7 draws.
 *
 * @param generator stands for a generator that the expression names; the default generator otherwise
 * @throws NotImplemented for a function that has no counterpart
 */
export function draw(expression: Expression, generator: Generator = defaultGenerator()): number | Tensor {
  if (expression.kind === "call") {
    const distribution = lookup(distributions, expression.name);
    if (distribution !== undefined) {
      const args = argumentsOf(expression.name, expression.args);
      const value = distribution(generator, args);
      args.checkAllRead();
      return value;
    }
  }
  return drawTensor(expression, generator);
}

function drawTensor(expression: Expression, generator: Generator): Tensor {
  if (expression.kind === "method") return fill(expression, generator);
  if (expression.kind !== "call") throw new MappingError(`expected a call, got a ${expression.kind}`);
  if (expression.name === "multinomialAlias") return drawAlias(expression.args, generator);
  const args = argumentsOf(expression.name, expression.args);
  const dtype = tensorTypes.get(expression.name);
  if (dtype !== undefined) return new Tensor<DType>(args.sizes(0), { dtype });
  const create = lookup(randomTensors, expression.name);
  if (create === undefined) throw new NotImplemented(expression.name);
  const tensor = create(args, { generator });
  args.checkAllRead();
  return tensor;
}

/** `multinomialAlias(multinomialAliasSetup(probabilities), result)`: the result gives the size. */
function drawAlias(args: readonly Expression[], generator: Generator): Tensor {
  const [setup, result] = args;
  if (setup?.kind !== "call" || setup.name !== "multinomialAliasSetup" || result === undefined) {
    throw new MappingError("multinomialAlias: expected a table that is set up, and a result");
  }
  const probabilities = argumentsOf(setup.name, setup.args);
  const table = multinomialAliasSetup(probabilities.tensor(0));
  probabilities.checkAllRead();
  return oneBased(multinomialAlias(table, drawTensor(result, generator).size(), { generator }));
}

function fill(expression: Extract<Expression, { kind: "method" }>, generator: Generator): Tensor {
  const target = drawTensor(expression.target, generator);
  if (expression.name === "t") return target.t();
  const method = lookup(fills, expression.name);
  if (method === undefined) throw new NotImplemented(`Tensor.${expression.name}`);
  const args = argumentsOf(expression.name, expression.args);
  const filled = method(target, args, { generator });
  args.checkAllRead();
  return filled;
}

function argumentsOf(name: string, expressions: readonly Expression[]): LuaArguments {
  const [first] = expressions;
  const own = first?.kind === "name" && first.name === GENERATOR;
  return new LuaArguments(name, (own ? expressions.slice(1) : expressions).map(argumentOf));
}

function argumentOf(expression: Expression): LuaValue {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind === "table") return expression.items.map(argumentOf);
  if (expression.kind === "call" && tensorTypes.has(expression.name)) {
    return recordedTensor(expression.name, expression.args);
  }
  throw new NotImplemented(expression.name);
}

function recordedTensor(name: string, args: readonly Expression[]): LuaTensor {
  const values = args.map(argumentOf);
  const dtype = luaDTypes.find((known) => name.toLowerCase() === `${known}tensor`) ?? "double";
  const size: number[] = [];
  for (let level: LuaValue | undefined = values[0]; isLuaList(level); level = level[0]) size.push(level.length);
  return new LuaTensor(dtype, size, numbersIn(values));
}

function numbersIn(value: LuaValue): number[] {
  if (typeof value === "number") return [value];
  return isLuaList(value) ? value.flatMap(numbersIn) : [];
}
