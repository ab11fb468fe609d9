import { shown } from "@rushlight/tensor";

/** What went wrong with a file of the user, or for a sample: its message names it, its cause is what was thrown, when something was. */
export class FileFailure extends Error {
  override readonly name = "FileFailure";
}

/** The failure of what is named, for what was thrown there. */
export function failureOf(name: string, thrown: unknown): FileFailure {
  if (thrown instanceof FileFailure) return thrown;
  return new FileFailure(`${name}: ${thrown instanceof Error ? String(thrown) : shown(thrown)}`, { cause: thrown });
}
