import { ArgumentError } from "../errors/ArgumentError.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { defaultGenerator } from "../random/defaultGenerator.ts";
import { Generator } from "../random/Generator.ts";

/** Where random numbers come from; the default generator when left out. */
export interface RandomOptions {
  readonly generator?: Generator | undefined;
}

/**
 * The generator that options name, or the default one.
 *
 * @param known the names of all options that the function takes
 * @throws ArgumentError for options that do not exist, and for what is no generator
 */
export function generatorOf(name: string, options: RandomOptions, known: readonly string[] = ["generator"]): Generator {
  checkOptions(name, options, known);
  const generator = options.generator ?? defaultGenerator();
  if (!(generator instanceof Generator)) {
    throw new ArgumentError(`${name}: expected a Generator, got ${String(generator)}`);
  }
  return generator;
}
