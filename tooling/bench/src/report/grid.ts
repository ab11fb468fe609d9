import type { Outcome } from "../workloads/Outcome.ts";
import { titleOf } from "../workloads/systems/System.ts";

/** A row of a table of systems and workloads. */
interface GridRow {
  readonly title: string;
  /** One for each workload; undefined where nothing was measured. */
  readonly cells: readonly (number | undefined)[];
}

/** Systems as rows and workloads as columns. */
export interface Grid {
  readonly workloads: readonly string[];
  readonly rows: readonly GridRow[];
}

/** A table of what a function gives for each outcome. Systems without any number have no row. */
export function gridOf(outcomes: readonly Outcome[], numberOf: (outcome: Outcome) => number | undefined): Grid {
  const workloads = [...new Set(outcomes.map(({ workload }) => workload))];
  const titles = [...new Set(outcomes.map(titleOfOutcome))];
  const rows = titles.map((title) => ({
    title,
    cells: workloads.map((workload) => {
      const outcome = outcomes.find((each) => each.workload === workload && titleOfOutcome(each) === title);
      return outcome === undefined ? undefined : numberOf(outcome);
    }),
  }));
  return { workloads, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== undefined)) };
}

function titleOfOutcome({ system, threads }: Outcome): string {
  return titleOf({ name: system, threads });
}
