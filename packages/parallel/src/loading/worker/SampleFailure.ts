import { shown } from "@rushlight/tensor";

/** What went wrong for a sample, or with a file: its message names it, its cause is what was thrown, when something was. */
export class SampleFailure extends Error {
  override readonly name = "SampleFailure";
}

/** The failure of what is named, for what was thrown there. */
export function failureOf(name: string, thrown: unknown): SampleFailure {
  if (thrown instanceof SampleFailure) return thrown;
  return new SampleFailure(`${name}: ${thrown instanceof Error ? String(thrown) : shown(thrown)}`, { cause: thrown });
}
