import type { SuiteResult } from "../Results.ts";
import { formatTime } from "../report/format.ts";
import { markOf, rateOf, ratioOf } from "../report/table.ts";
import { isMet } from "../runSuite.ts";
import { markdownTable } from "./markdown.ts";

/** What a suite measured, in Markdown. */
export function suiteSection({ name, about, comparisons, facts, remarks }: SuiteResult): string {
  const rows = comparisons.flatMap((comparison) =>
    comparison.measurements.map((measurement, i) => [
      i === 0 ? comparison.name : "",
      measurement.name,
      formatTime(measurement.time),
      rateOf(measurement, comparison.unit),
      ratioOf(measurement),
      markOf(measurement),
    ]),
  );
  const counted = facts.map((fact) => [fact.name, "", "", String(fact.value), "", isMet(fact) ? "met" : "missed"]);
  return [
    `## ${name}`,
    `${about[0].toUpperCase()}${about.slice(1)}.`,
    markdownTable(["", "", "Time", "Speed", "Ratio", "Target"], [...rows, ...counted]),
    ...remarks.map((remark) => `${remark}.`),
  ].join("\n\n");
}
