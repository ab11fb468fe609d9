import { CheckError, checkModule } from "@rushlight/module/testing";
import { type Backend, manualSeed, useBackend } from "@rushlight/tensor";
import type { Row } from "../rows/Row.ts";

/** How the forms of one class fared on one backend. */
export interface Outcome {
  readonly name: string;
  readonly forms: number;
  /** For each check, the number of forms that passed it. */
  readonly passed: ReadonlyMap<string, number>;
  /** What failed, one message for each form. */
  readonly failures: readonly string[];
}

/** The checks in which there is nothing to look at without parameters. */
const ofParameters: ReadonlySet<string> = new Set(["parameterGradients", "sharing"]);

/** Puts the forms of classes through their checks on a backend: what came out, by class. */
export function outcomesOn(backend: Backend, rows: readonly Row[]): Outcome[] {
  const classes = new Map<string, Row[]>();
  for (const row of rows) {
    const [name] = row.name.split(/[ ,]/);
    classes.set(name, [...(classes.get(name) ?? []), row]);
  }
  const previous = useBackend(backend);
  try {
    return [...classes].map(([name, forms]) => outcomeOf(name, forms));
  } finally {
    useBackend(previous);
  }
}

function outcomeOf(name: string, forms: readonly Row[]): Outcome {
  const passed = new Map<string, number>();
  const failures: string[] = [];
  for (const form of forms) {
    manualSeed(287);
    try {
      const module = form.module();
      const report = checkModule(module, form.input(), form.options);
      const learns = module.parameters()[0].length > 0;
      for (const check of report.passed) {
        if (learns || !ofParameters.has(check)) passed.set(check, (passed.get(check) ?? 0) + 1);
      }
    } catch (error) {
      if (!(error instanceof CheckError)) throw error;
      failures.push(`${form.name}: ${error.message}`);
    }
  }
  return { name, forms: forms.length, passed, failures };
}
