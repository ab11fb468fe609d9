import { OptionError } from "@rushlight/command-line";
import type { ShowOptions } from "./ShowOptions.ts";
import type { Shown } from "./show.ts";

/** The options that make no difference to a picture. */
const unused: Readonly<Record<Shown, readonly (keyof ShowOptions)[]>> = {
  digits: ["from"],
  mistakes: ["seed"],
  filters: ["set", "digit", "count", "seed", "data"],
};

/**
 * Refuses options that would be ignored.
 *
 * @param given whether an option was given on the command line
 * @throws OptionError for one that makes no difference to what is shown
 */
export function checkShown(what: Shown, given: (name: keyof ShowOptions) => boolean): void {
  const ignored = unused[what].find(given);
  if (ignored !== undefined) throw new OptionError(`--${ignored}: makes no difference to show ${what}`);
}
