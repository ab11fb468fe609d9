import { measure } from "./harness/measure.ts";
import type { Timing } from "./harness/Timing.ts";
import type { SuiteResult } from "./Results.ts";
import { fit, formatTime, WIDTH, wrap } from "./report/format.ts";
import { table } from "./report/table.ts";
import type { Fact, Suite } from "./suites/Suite.ts";

const MARK = 16;

/** Measures a suite in this process and prints what comes out. */
export async function runSuite(
  suite: Suite,
  threads: number,
  timing: Timing,
  out: (line: string) => void,
): Promise<SuiteResult> {
  const { name, about } = suite;
  out(`${name}: ${about}`);
  out(`${timing.samples} samples of at least ${formatTime(timing.sampleTime)} each\n`);
  const { comparisons, facts = [], remarks = [], close } = await suite.prepare(threads);
  const measured = comparisons.map((comparison) => measure(comparison, timing));
  await close?.();
  const lines = [...table(measured), ...facts.map(factLine), ...remarks.flatMap((remark) => wrap(remark))];
  out(`${lines.join("\n")}\n`);
  return { name, about, comparisons: measured, facts, remarks };
}

/** Whether a fact is as it must be. */
export function isMet({ value, atMost }: Fact): boolean {
  return value <= atMost;
}

function factLine(fact: Fact): string {
  const mark = `${fact.value} ${isMet(fact) ? "met" : "missed"}`;
  return fit(fact.name, WIDTH - MARK) + mark.padStart(MARK);
}
