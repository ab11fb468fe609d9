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
    // One folder up from src, and from dist.
    path: fileURLToPath(new URL("../data/penguins.csv", import.meta.url)),
    target: "Body Mass (g)",
    missing: ["", "."],
  },
};
