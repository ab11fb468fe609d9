import Table from "cli-table3";

/** How a table is laid out. */
export interface TableLayout {
  /** The titles of the columns; none when left out. */
  readonly head?: readonly string[];
  /** On which side the cells of each column stand; left where nothing is said. */
  readonly align?: readonly ("left" | "right" | "center")[];
}

const noLines = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

/** Cells in columns, two spaces apart and without lines; no line ends in a space. */
export function table(rows: readonly (readonly string[])[], { head = [], align = [] }: TableLayout = {}): string {
  const laidOut = new Table({
    head: [...head],
    colAligns: [...align],
    chars: noLines,
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [], compact: true },
  });
  for (const row of rows) laidOut.push([...row]);
  return laidOut.toString().replace(/ +$/gm, "");
}
