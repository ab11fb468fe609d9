import { bestTime } from "../workloads/figures.ts";
import type { Outcome } from "../workloads/Outcome.ts";
import { BASE } from "../workloads/systems/systems.ts";
import { verdictsOn } from "../workloads/targets.ts";
import { fit, threeDigits, WIDTH, wrap } from "./format.ts";
import { type Grid, gridOf } from "./grid.ts";
import { notesOn } from "./notes.ts";

const NAME = 20;
const CELL = 10;
/** The columns that a line has room for. */
const COLUMNS = (WIDTH - NAME) / CELL;
const RATIO = 40;

/** Times, ratios, targets and notes as lines of at most 80 characters. */
export function workloadTable(outcomes: readonly Outcome[]): string[] {
  const ratios = ratioGrid(outcomes);
  return [
    ...lines("ms per step", timeGrid(outcomes), threeDigits),
    ...(ratios.rows.length === 0 ? [] : ["", ...lines("ratio to PyTorch", ratios, (ratio) => ratio.toFixed(2))]),
    ...targetLines(outcomes),
    ...noteLines(outcomes),
  ];
}

/** Milliseconds per step. */
export function timeGrid(outcomes: readonly Outcome[]): Grid {
  return gridOf(outcomes, ({ msPerStep }) => msPerStep);
}

/** Times over the best of PyTorch. */
export function ratioGrid(outcomes: readonly Outcome[]): Grid {
  return gridOf(outcomes, ({ workload, msPerStep }) => {
    const base = bestTime(outcomes, workload, { system: BASE });
    return base === undefined || msPerStep === undefined ? undefined : msPerStep / base;
  });
}

/** The lines of a table, with as many workloads side by side as there is room for, and the others below. */
function lines(title: string, grid: Grid, format: (value: number) => string): string[] {
  const first = columns(grid, 0, COLUMNS);
  if (grid.workloads.length <= COLUMNS) return block(title, first, format);
  return [...block(title, first, format), "", ...lines(title, columns(grid, COLUMNS), format)];
}

function columns({ workloads, rows }: Grid, from: number, to?: number): Grid {
  return {
    workloads: workloads.slice(from, to),
    rows: rows
      .map(({ title, cells }) => ({ title, cells: cells.slice(from, to) }))
      .filter(({ cells }) => cells.some((cell) => cell !== undefined)),
  };
}

function block(title: string, { workloads, rows }: Grid, format: (value: number) => string): string[] {
  const cells = (texts: readonly string[]): string => texts.map((text) => text.padStart(CELL)).join("");
  return [
    fit(title, NAME) + cells(workloads),
    ...rows.map((row) => {
      const texts = row.cells.map((cell) => (cell === undefined ? "-" : format(cell)));
      return fit(row.title, NAME) + cells(texts);
    }),
  ];
}

function targetLines(outcomes: readonly Outcome[]): string[] {
  const known = verdictsOn(outcomes).filter(({ value }) => value !== undefined);
  if (known.length === 0) return [];
  const marks = known.map(({ workload, ratio, promise, value = Number.NaN, met }) => {
    const mark = met === true ? "met" : "missed";
    const columns = [fit(workload, 6), fit(ratio, RATIO), fit(promise, 14), value.toFixed(2).padStart(8)].join("");
    return columns + mark.padStart(WIDTH - columns.length);
  });
  return ["", "targets", ...marks];
}

function noteLines(outcomes: readonly Outcome[]): string[] {
  const notes = notesOn(outcomes);
  return notes.length === 0 ? [] : ["", ...notes.flatMap((note) => wrap(note))];
}
