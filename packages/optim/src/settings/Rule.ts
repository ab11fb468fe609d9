import { ArgumentError, checkOptions, shown, type Tensor } from "@rushlight/tensor";

/** Checks the value of a setting against the parameters it is for; throws an error that names it. */
export type Rule = (owner: string, name: string, value: unknown, parameters: Tensor) => void;

/** A rule for each setting. */
export type Rules<Config extends object> = { readonly [Name in keyof Config]-?: Rule };

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

/** A rule for numbers of some kind. */
export function numberRule(expected: string, allows: (value: number) => boolean): Rule {
  return (owner, name, value) => {
    if (typeof value === "number" && allows(value)) return;
    throw new ArgumentError(`${owner}: expected ${expected} as ${name}, got ${shown(value)}`);
  };
}
