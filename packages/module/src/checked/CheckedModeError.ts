import type { CheckedOptions } from "./CheckedOptions.ts";

/** What a checked network throws for a mistake in its use; the message says which, and where in the network. */
export class CheckedModeError extends Error {
  override name = "CheckedModeError";
  /** The check that found it. */
  readonly check: keyof CheckedOptions;

  constructor(check: keyof CheckedOptions, message: string) {
    super(message);
    this.check = check;
  }
}
