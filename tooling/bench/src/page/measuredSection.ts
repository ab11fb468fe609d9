import type { Entry } from "../machine/machine.ts";
import type { Results } from "../Results.ts";
import type { Workload } from "../workloads/Workload.ts";
import { markdownTable } from "./markdown.ts";
import { suiteSection } from "./suiteSection.ts";
import { workloadSection } from "./workloadSection.ts";

/** What the figures of a page were measured on, when, and how. */
export interface Conditions {
  readonly machine: readonly Entry[];
  readonly date: Date;
  readonly command: string;
  readonly quick: boolean;
}

/** The part of the page that is made by the program, in Markdown. */
export function measuredSection(results: Results, workloads: readonly Workload[], conditions: Conditions): string {
  return [
    conditionsSection(conditions),
    workloadSection(results.outcomes, workloads),
    ...results.suites.map(suiteSection),
  ].join("\n\n");
}

function conditionsSection({ machine, date, command, quick }: Conditions): string {
  const entries: Entry[] = [...machine, ["Date", date.toISOString().slice(0, 10)]];
  return [
    "## The machine and the run",
    markdownTable(["", ""], entries),
    `Made by \`${command}\`.${quick ? " It was a quick run: its figures are a first look." : ""}`,
  ].join("\n\n");
}
