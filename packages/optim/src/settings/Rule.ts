import { ArgumentError, checkOptions, shown, type Tensor } from "@rushlight/tensor";

/** Checks a value; throws an error that names it. */
export type ValueRule = (owner: string, name: string, value: unknown) => void;

/** Checks the value of a setting against the parameters it is for; throws an error that names it. */
export type Rule = (owner: string, name: string, value: unknown, parameters: Tensor) => void;

/** A rule for each setting. */
export type Rules<Config extends object, R = Rule> = { readonly [Name in keyof Config]-?: R };

/**
 * Checks that settings exist, and that their values make sense.
 *
 * @param owner what messages call the optimiser
 * @param others names in the same object that are checked elsewhere
 * @throws ArgumentError for a setting that does not exist, and what its rule throws for a value
 */
export function checkSettings<Config extends object>(
  owner: string,
  config: Config,
  rules: Rules<Config>,
  parameters: Tensor,
  others: readonly string[] = [],
): void {
  checkOptions(owner, config, [...Object.keys(rules), ...others]);
  for (const name in rules) {
    const value = config[name];
    if (value !== undefined) rules[name](owner, name, value, parameters);
  }
}

/**
 * Checks that options exist, and that their values make sense by themselves.
 *
 * @param required names of those that must be there
 * @throws ArgumentError for an option that does not exist or is missing, and what its rule throws for a value
 */
export function checkValues<Options extends object>(
  owner: string,
  options: Options,
  rules: Rules<Options, ValueRule>,
  required: readonly (keyof Options & string)[] = [],
): void {
  checkOptions(owner, options, Object.keys(rules));
  for (const name in rules) {
    const value = options[name];
    if (value !== undefined || required.includes(name)) rules[name](owner, name, value);
  }
}

/** A rule for numbers of some kind. */
export function numberRule(expected: string, allows: (value: number) => boolean): ValueRule {
  return (owner, name, value) => {
    if (typeof value === "number" && allows(value)) return;
    throw new ArgumentError(`${owner}: expected ${expected} as ${name}, got ${shown(value)}`);
  };
}
