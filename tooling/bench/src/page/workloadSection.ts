import { threeDigits } from "../report/format.ts";
import type { Grid } from "../report/grid.ts";
import { notesOn } from "../report/notes.ts";
import { ratioGrid, timeGrid } from "../report/workloadTable.ts";
import type { Outcome } from "../workloads/Outcome.ts";
import { titleOf } from "../workloads/systems/System.ts";
import { type Verdict, verdictsOn } from "../workloads/targets.ts";
import type { Workload } from "../workloads/Workload.ts";
import { markdownTable } from "./markdown.ts";

/** Times, ratios, promises, versions and notes, in Markdown. */
export function workloadSection(outcomes: readonly Outcome[], workloads: readonly Workload[]): string {
  return [
    "## Training steps",
    "One step is forward, loss, backward and update, in float32.",
    workloads.map(({ name, about }) => `- **${name}**: ${about}`).join("\n"),
    "Milliseconds per step:",
    grid(timeGrid(outcomes), threeDigits),
    "The same over the best figure of PyTorch (less is faster):",
    grid(ratioGrid(outcomes), (ratio) => ratio.toFixed(2)),
    ...list("Not measured, or not as it should be:", notesOn(outcomes)),
    "What has been promised:",
    promises(outcomes),
    ...list("The systems, as they say themselves:", versions(outcomes)),
  ].join("\n\n");
}

function grid({ workloads, rows }: Grid, format: (value: number) => string): string {
  const body = rows.map(({ title, cells }) => [
    title,
    ...cells.map((cell) => (cell === undefined ? "" : format(cell))),
  ]);
  return markdownTable(["", ...workloads], body);
}

function promises(outcomes: readonly Outcome[]): string {
  const verdicts = verdictsOn(outcomes);
  const workloads = [...new Set(verdicts.map(({ workload }) => workload))];
  const ratios = [...new Set(verdicts.map(({ ratio }) => ratio))];
  const rows = ratios.map((ratio) => [
    ratio,
    ...workloads.map((workload) => {
      const verdict = verdicts.find((each) => each.ratio === ratio && each.workload === workload);
      return verdict === undefined ? "" : cellOf(verdict);
    }),
  ]);
  return markdownTable(["Ratio of times", ...workloads], rows);
}

function cellOf({ value, met, promise }: Verdict): string {
  if (value === undefined) return `not measured (${promise})`;
  return `${value.toFixed(2)}, ${met === true ? "met" : "**not met**"} (${promise})`;
}

function versions(outcomes: readonly Outcome[]): string[] {
  const lines = outcomes
    .filter(({ versions: each }) => Object.keys(each).length > 0)
    .map(({ system, threads, versions: each }) => {
      const entries = Object.entries(each).map(([name, version]) => `${name} ${version}`);
      return `${titleOf({ name: system, threads })}: ${entries.join("; ")}`;
    });
  return [...new Set(lines)];
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [title, items.map((item) => `- ${item}`).join("\n")];
}
