import { ArgumentError, isTensor, shown, type Tensor } from "@rushlight/tensor";
import { clippingRules } from "../gradients/Clipping.ts";
import { rangesOf } from "../groups/rangesOf.ts";
import { checkSettings } from "../settings/Rule.ts";
import type { FirstOrderMethod, Part } from "./FirstOrderMethod.ts";
import type { FirstOrderOptions } from "./FirstOrderOptions.ts";
import { checkMethod } from "./firstOrderStep.ts";

const classOptions = ["groups", "clipValue", "clipNorm"];
const placeOptions = ["parameters", "range"];

/**
 * Divides parameters into parts by groups, each with its settings and a memory of its own; one part without groups.
 *
 * @throws ArgumentError, ShapeError or DTypeError for settings and groups that make no sense
 */
export function dividedParts<Config extends object, State extends object>(
  method: FirstOrderMethod<Config, State>,
  x: Tensor,
  options: FirstOrderOptions<Config>,
): Part<Config, State>[] {
  const { name } = method;
  checkMethod(name, method, x, options, classOptions);
  const { groups, clipValue, clipNorm } = options;
  checkSettings(name, { clipValue, clipNorm }, clippingRules, x);
  if (groups === undefined) return [{ x, start: 0, config: { ...options }, memory: method.begin() }];
  checkList(name, groups);
  const configs = groups.map((group, i) => {
    const config: Config = { ...options, ...group };
    checkNoVectors(`${name}, group ${i}`, group);
    checkMethod(`${name}, group ${i}`, method, x, config, [...classOptions, ...placeOptions]);
    return config;
  });
  return rangesOf(name, x, groups).map(({ start, end, group }) => ({
    x: x.narrow(0, start, end - start),
    start,
    config: narrowed(group === undefined ? { ...options } : configs[group], start, end),
    memory: method.begin(),
  }));
}

function checkList(owner: string, groups: unknown): void {
  if (!Array.isArray(groups)) throw new ArgumentError(`${owner}: expected an array of groups, got ${shown(groups)}`);
}

function checkNoVectors(owner: string, group: object): void {
  for (const [name, value] of Object.entries(group)) {
    if (isTensor(value) && name !== "parameters") {
      throw new ArgumentError(`${owner}: expected ${name} among the settings of all parameters, got it in a group`);
    }
  }
}

/** Settings with a number for each parameter, cut to those of a range. */
function narrowed<Config extends object>(config: Config, start: number, end: number): Config {
  const vectors: Record<string, Tensor> = {};
  for (const [name, value] of Object.entries(config)) {
    if (isTensor(value) && !placeOptions.includes(name)) vectors[name] = value.narrow(0, start, end - start);
  }
  return { ...config, ...vectors };
}
