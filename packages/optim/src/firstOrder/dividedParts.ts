import { ArgumentError, checkOptions, isTensor, shown, type Tensor } from "@rushlight/tensor";
import { clippingRules } from "../gradients/Clipping.ts";
import { rangesOf } from "../groups/rangesOf.ts";
import { checkSettings, type Rules } from "../settings/Rule.ts";
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
  const { name, rules } = method;
  checkMethod(name, method, x, options, classOptions);
  const { groups, clipValue, clipNorm } = options;
  checkSettings(name, { clipValue, clipNorm }, clippingRules, x);
  const common = given(options, rules);
  if (groups === undefined) return [{ x, start: 0, config: common, memory: method.begin() }];
  checkList(name, groups);
  const configs = groups.map((group, i) => {
    const owner = `${name}, group ${i}`;
    checkOptions(owner, group, [...Object.keys(rules), ...placeOptions]);
    const own = given(group, rules);
    checkNoVectors(owner, own);
    const config: Config = { ...common, ...own };
    checkMethod(owner, method, x, config);
    return config;
  });
  return rangesOf(name, x, groups).map(({ start, end, group }) => ({
    x: x.narrow(0, start, end - start),
    start,
    config: narrowed(group === undefined ? common : configs[group], start, end),
    memory: method.begin(),
  }));
}

/** The settings that are given, without what stands beside them. */
function given<Settings extends object>(settings: Settings, rules: Rules<object>): Settings {
  const copy = { ...settings };
  for (const name in copy) if (!(name in rules) || copy[name] === undefined) delete copy[name];
  return copy;
}

function checkList(owner: string, groups: unknown): void {
  if (!Array.isArray(groups)) throw new ArgumentError(`${owner}: expected an array of groups, got ${shown(groups)}`);
}

function checkNoVectors(owner: string, group: object): void {
  for (const [name, value] of Object.entries(group)) {
    if (isTensor(value)) {
      throw new ArgumentError(`${owner}: expected ${name} among the settings of all parameters, got it in a group`);
    }
  }
}

/** Settings with a number for each parameter, cut to those of a range. */
function narrowed<Config extends object>(config: Config, start: number, end: number): Config {
  const vectors: Record<string, Tensor> = {};
  for (const [name, value] of Object.entries(config)) {
    if (isTensor(value)) vectors[name] = value.narrow(0, start, end - start);
  }
  return { ...config, ...vectors };
}
