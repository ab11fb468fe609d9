import { ArgumentError } from "../errors/ArgumentError.ts";

/**
 * Checks that an argument is an object of options that exist, so that neither a misspelt name nor a positional argument
 * in its place is passed over in silence.
 *
 * @param owner what messages call the function or class
 * @param known the names of its options
 * @throws ArgumentError for anything else
 * @example
 * ```ts
 * import { checkOptions } from "@rushlight/tensor";
 *
 * checkOptions("Linear", { bias: false }, ["bias"]);
 * try {
 *   checkOptions("Linear", { bais: false }, ["bias"]);
 * } catch (error) {
 *   console.log(String(error)); // ArgumentError: Linear: expected options named bias, got "bais"
 * }
 * ```
 */
export function checkOptions(owner: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new ArgumentError(`${owner}: expected an object of options (${known.join(", ")}), got ${String(options)}`);
  }
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new ArgumentError(`${owner}: expected options named ${known.join(", ")}, got "${unknown}"`);
  }
}
