/**
 * How a case went. `differs`: it does not match, as `docs/differences-from-torch.md` says it should not. `missing`: it
 * needs something that Rushlight does not have.
 */
export type Status = "passed" | "failed" | "differs" | "missing";

/** How one case went. */
export interface CaseResult {
  /** The class that it counts under. */
  readonly class: string;
  readonly name: string;
  /** The file that it is in. */
  readonly file: string;
  readonly status: Status;
  /** What is wrong, or what is missing. */
  readonly details: readonly string[];
  /** Whether the fixture itself is at fault. */
  readonly malformed: boolean;
  /** Fields of the case that the runner does not know. */
  readonly unknownFields: readonly string[];
}
