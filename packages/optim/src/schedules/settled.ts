import type { Tensor } from "@rushlight/tensor";
import type { Rules } from "../settings/Rule.ts";
import { isSchedule, type Schedule } from "./Schedule.ts";

/** Settings of which none is a schedule. */
export type Settled<Config extends object> = Config & {
  readonly [Name in keyof Config]: Exclude<Config[Name], Schedule>;
};

/**
 * Settings as they are at a step: in place of schedules, the values that they give.
 *
 * @throws ArgumentError when a schedule gives what its setting does not take
 */
export function settled<Config extends object>(
  owner: string,
  config: Config,
  rules: Rules<Config>,
  x: Tensor,
  step: number,
): Settled<Config> {
  if (isSettled(config)) return config;
  const values: Record<string, number> = {};
  for (const name in rules) {
    const setting = config[name];
    if (!isSchedule(setting)) continue;
    values[name] = setting.at(step);
    rules[name](owner, `${name}.at(${step})`, values[name], x);
  }
  return settled<Config>(owner, { ...config, ...values }, rules, x, step);
}

function isSettled<Config extends object>(config: Config): config is Settled<Config> {
  return !Object.values(config).some(isSchedule);
}
