import type { UnitLayer } from "../svg/VegaTypes.ts";

/** Where the line for y = x begins and ends, and its colour. */
export interface Diagonal {
  readonly colour: string;
  readonly ends: readonly [number, number];
}

/** Its dash, which no series has. */
export const DIAGONAL_DASH: readonly number[] = [5, 4];

/** The layer of the line for y = x; none when the axes have nothing in common. */
export function diagonalLayer({ colour, ends }: Diagonal): UnitLayer[] {
  if (ends[0] >= ends[1]) return [];
  return [
    {
      data: { values: ends.map((end) => ({ x: end, y: end })) },
      mark: { type: "line", stroke: colour, strokeWidth: 1.5, strokeDash: [...DIAGONAL_DASH] },
      encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } },
    },
  ];
}
