import type { CaseResult, Status } from "../run/CaseResult.ts";
import type { Report } from "../run/runGolden.ts";
import { wrapped } from "./wrap.ts";

/** How much of what is wrong with one case is shown. */
const DETAILS_SHOWN = 3;

/** Everything that a table of counts can not say, in sections. */
export function notes(report: Report, differencesName: string): string[] {
  const { results } = report;
  return [
    section("Failed", casesWith("failed", results)),
    section("Differs by decision", casesWith("differs", results)),
    section("Not implemented", missing(results)),
    section("No fixture", wrapped("", report.withoutFixture, "")),
    section("Fields that nothing reads", unknownFields(results)),
    section(`Listed in ${differencesName}, but passes`, report.passingDifferences),
    section(`Listed in ${differencesName}, but no such case`, report.unknownDifferences),
  ].flat();
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line) => `  ${line}`)];
}

function casesWith(status: Status, results: readonly CaseResult[]): string[] {
  return results
    .filter((result) => result.status === status)
    .flatMap(({ class: className, name, file, details }) => [
      `${className}/${name} (${file})`,
      ...details.slice(0, DETAILS_SHOWN).map((detail) => `  ${detail}`),
      ...(details.length > DETAILS_SHOWN ? [`  and ${details.length - DETAILS_SHOWN} more`] : []),
    ]);
}

/** The classes that do not exist with how many cases they have, then what cases of others lack. */
function missing(results: readonly CaseResult[]): string[] {
  const absent = new Map<string, number>();
  const lacking = new Map<string, Map<string, number>>();
  for (const { class: className, status, details } of results) {
    if (status !== "missing") continue;
    if (details.includes(className)) {
      increment(absent, className);
    } else {
      const needs = lacking.get(className) ?? new Map<string, number>();
      lacking.set(className, needs);
      for (const need of details) increment(needs, need);
    }
  }
  return [
    ...wrapped("", counted(absent), ""),
    ...[...lacking].flatMap(([className, needs]) => wrapped(`${className} needs`, counted(needs), "  ")),
  ];
}

function increment(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function counted(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].map(([name, cases]) => `${name} (${cases})`);
}

function unknownFields(results: readonly CaseResult[]): string[] {
  const fields = results.flatMap(({ file, unknownFields: names }) => names.map((name) => `${file}: ${name}`));
  return [...new Set(fields)];
}
