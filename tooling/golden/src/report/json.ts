import type { Report } from "../run/runGolden.ts";
import { type Counts, count, countByClass } from "./counts.ts";

/** What `--json` prints. */
export interface JsonReport {
  readonly classes: Readonly<Record<string, Counts>>;
  readonly total: Counts;
}

/** The counts of a report by class and in all. */
export function jsonReport(report: Report): JsonReport {
  return { classes: Object.fromEntries(countByClass(report)), total: count(report.results) };
}
