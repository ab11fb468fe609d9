import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MemoryTerminal, temporaryFolder } from "@rushlight/command-line/testing";
import { main } from "../src/main.ts";

/** What a run of the program left. */
export interface Run {
  readonly code: number;
  readonly terminal: MemoryTerminal;
  /** Where its results are. */
  readonly out: string;
  /** One of its results. */
  read(name: string): string;
}

/** Runs the program with results in a temporary folder; a path of a model goes through as it is. */
export async function run(args: readonly string[], { out = temporaryFolder() }: { out?: string } = {}): Promise<Run> {
  const terminal = new MemoryTerminal();
  const takesOut = args[0] !== "predict" && args[0] !== "evaluate";
  const code = await main(takesOut ? [...args, "--out", out] : args, terminal, new AbortController().signal);
  return { code, terminal, out, read: (name) => readFileSync(join(out, name), "utf8") };
}

/** A file with that text in a temporary folder. */
export function fileWith(text: string | Uint8Array, name = "houses.csv"): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

/** Rooms, districts and prices of houses: price = 100 rooms + 50 in the north, and a little more. */
export function houses(count: number): string {
  const rows = Array.from({ length: count }, (_, row) => {
    const rooms = 1 + ((row * 7) % 6);
    const district = ["north", "south"][row % 2];
    return `${rooms},${district},id${row},${100 * rooms + (row % 2 === 0 ? 50 : 0) + ((row * 13) % 7)}`;
  });
  return `rooms,district,id,price\n${rows.join("\n")}\n`;
}
