import { ArgumentError } from "@rushlight/tensor";

/**
 * Checks settings that are numbers of any size.
 *
 * @throws ArgumentError for what is no number, or not finite
 */
export function checkNumbers(name: string, settings: Readonly<Record<string, unknown>>): void {
  for (const [setting, value] of Object.entries(settings)) {
    if (Number.isFinite(value)) continue;
    throw new ArgumentError(`${name}: expected a number as ${setting}, got ${String(value)}`);
  }
}
