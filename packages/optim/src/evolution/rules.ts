import { ArgumentError, Generator, shown } from "@rushlight/tensor";
import { numberRule, type Rule } from "../settings/Rule.ts";

/** A whole number that is not too small. */
export function wholeFrom(least: number): Rule {
  return numberRule(`a whole number from ${least} up`, (value) => Number.isSafeInteger(value) && value >= least);
}

/** A generator of random numbers. */
export const generatorRule: Rule = (owner, name, value) => {
  if (value instanceof Generator) return;
  throw new ArgumentError(`${owner}: expected a Generator as ${name}, got ${shown(value)}`);
};

/** A setting that can not be left out. */
export function required<Config extends object>(
  owner: string,
  config: Config,
  name: keyof Config & string,
  expected: string,
): void {
  if (config[name] === undefined) throw new ArgumentError(`${owner}: expected ${expected} as ${name}, got undefined`);
}
