import { CsvTable } from "@rushlight/data/csv";
import { defaultGenerator } from "@rushlight/tensor";
import type { Problem } from "./Problem.ts";

const POINTS = 200;
const GRID_POINTS = 50;

/** y = 4 sin(πx) cos(6πx²). */
export function curve(x: number): number {
  return 4 * Math.sin(Math.PI * x) * Math.cos(6 * Math.PI * x * x);
}

/** A curve to learn from 200 points on it, at random places from 0 to 1; 50 places side by side are held out. */
export function curveProblem(): Problem {
  const random = defaultGenerator();
  const x = Float64Array.from({ length: POINTS + GRID_POINTS }, (_, row) =>
    row < POINTS ? random.uniform() : (row - POINTS) / (GRID_POINTS - 1),
  );
  const table = new CsvTable({
    name: "curve",
    columns: [
      { type: "number", name: "x", values: x },
      { type: "number", name: "y", values: x.map(curve) },
    ],
    lines: x.map((_, row) => row + 1),
    rowsRead: x.length,
  });
  return {
    name: "y = 4 sin(πx) cos(6πx²)",
    table,
    target: "y",
    inputs: ["x"],
    split: {
      training: Int32Array.from({ length: POINTS }, (_, row) => row),
      validation: new Int32Array(),
      heldOut: Int32Array.from({ length: GRID_POINTS }, (_, row) => POINTS + row),
    },
    heldOutName: "grid points",
    standardised: false,
    csv: {},
    notes: [],
  };
}
