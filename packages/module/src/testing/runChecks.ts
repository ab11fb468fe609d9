import { CheckError } from "./CheckError.ts";

/** The settings that checks read. */
export interface CheckSettings {
  readonly tolerance: number;
  readonly float32Tolerance: number;
  readonly epsilon: number;
}

/** A check: what is wrong, or undefined when nothing is. */
export type Check<Subject> = (subject: Subject, settings: CheckSettings) => string | undefined;

/** What was looked at. */
export interface CheckReport {
  /** The checks that were made, all of which passed. */
  readonly passed: readonly string[];
  /** The checks that do not apply. */
  readonly skipped: readonly string[];
}

/**
 * Makes all checks that apply.
 *
 * @param applies whether the check of that name does
 * @throws CheckError naming all checks that failed
 */
export function runChecks<Subject extends { readonly name: string }>(
  checks: Readonly<Record<string, Check<Subject>>>,
  subject: Subject,
  settings: CheckSettings,
  applies: (name: string) => boolean,
): CheckReport {
  const passed: string[] = [];
  const skipped: string[] = [];
  const failures: string[] = [];
  for (const [name, check] of Object.entries(checks)) {
    if (!applies(name)) {
      skipped.push(name);
      continue;
    }
    const failure = outcome(check, subject, settings);
    if (failure === undefined) passed.push(name);
    else failures.push(`${name}: ${failure}`);
  }
  if (failures.length > 0) throw new CheckError(subject.name, failures);
  return { passed, skipped };
}

function outcome<Subject>(check: Check<Subject>, subject: Subject, settings: CheckSettings): string | undefined {
  try {
    return check(subject, settings);
  } catch (error) {
    return `throws ${String(error)}`;
  }
}
