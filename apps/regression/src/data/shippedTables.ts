import { fileURLToPath } from "node:url";

/** A table that comes with the application. */
export interface ShippedTable {
  readonly path: string;
  readonly target: string;
  /** The fields that stand for no value in it. */
  readonly missing: readonly string[];
}

/** The tables that come with the application, by the names that stand for them on the command line. */
export const shippedTables: Readonly<Record<string, ShippedTable>> = {
  penguins: {
    // One folder up from src/data, and from dist.
    path: dataFile("penguins.csv"),
    target: "Body Mass (g)",
    missing: ["", "."],
  },
};

function dataFile(name: string): string {
  const levels = import.meta.url.includes("/src/data/") ? "../../data" : "../data";
  return fileURLToPath(new URL(`${levels}/${name}`, import.meta.url));
}
