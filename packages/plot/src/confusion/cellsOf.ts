import { mixed, readableOn } from "../themes/colours.ts";
import type { Theme } from "../themes/Theme.ts";
import { type Confusion, countText } from "./Confusion.ts";

/** A cell of the matrix as it is drawn. */
export interface Cell {
  readonly actual: string;
  readonly chosen: string;
  readonly text: string;
  readonly fill: string;
  readonly ink: string;
}

/** The cells of a matrix: those on the diagonal in the colour of what is right, by the square root of their share of the row. */
export function cellsOf({ classes, counts, totals }: Confusion, theme: Theme): Cell[] {
  const empty = mixed(theme.background, theme.grid, 0.5);
  return counts.flatMap((row, i) =>
    row.map((count, j) => {
      const names = { actual: classes[i], chosen: classes[j] };
      if (count === 0) return { ...names, text: "·", fill: empty, ink: theme.mutedText };
      const share = Math.sqrt(count / totals[i]);
      const fill = mixed(theme.background, i === j ? theme.right : theme.wrong, 0.12 + 0.88 * share);
      return { ...names, text: countText(count), fill, ink: readableOn(fill) };
    }),
  );
}
