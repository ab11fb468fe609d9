import { format } from "node:util";
import { DEFAULT_SEED, manualSeed, setDefaultDtype } from "@rushlight/tensor";
import { vi } from "vitest";
import type { WrittenExample } from "./writeExamples.ts";

/**
 * Runs an example as a program of its own: with the default dtype and the default random numbers of a new process.
 *
 * @param example the example
 * @returns the lines that it logs, without blanks at their ends
 */
export async function runExample(example: WrittenExample): Promise<string[]> {
  setDefaultDtype("float32");
  manualSeed(DEFAULT_SEED);
  const logged: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...values: unknown[]) => {
    logged.push(...format(...values).split("\n"));
  });
  try {
    await import(/* @vite-ignore */ example.path);
  } finally {
    log.mockRestore();
    setDefaultDtype("float32");
  }
  return logged.map((line) => line.trimEnd());
}
