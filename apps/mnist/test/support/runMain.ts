import { join } from "node:path";
import { MemoryTerminal, temporaryFolder } from "@rushlight/command-line/testing";
import { main } from "../../src/main.ts";

/** How a program ended, and what it printed. */
export interface Finished {
  readonly terminal: MemoryTerminal;
  readonly code: number;
  readonly out: string;
}

/** What a program is run in. */
export interface RunSettings {
  readonly isTTY?: boolean;
  readonly colours?: boolean;
  readonly out?: string;
  readonly signal?: AbortSignal;
}

/** Runs the program with a folder of its own for the results. */
export async function runMain(args: readonly string[], settings: RunSettings = {}): Promise<Finished> {
  const { isTTY = false, colours = false, out = join(temporaryFolder(), "run"), signal } = settings;
  const terminal = new MemoryTerminal({ isTTY, colours });
  const code = await main([...args, "--out", out], terminal, signal ?? new AbortController().signal);
  return { terminal, code, out };
}

/** Trains on easy digits, in a second. */
export function runTrain(data: string, args: readonly string[] = [], settings: RunSettings = {}): Promise<Finished> {
  const usual = [
    ...["--data", data, "--batch-size", "16"],
    ...(args.includes("--epochs") || args.includes("--resume") ? [] : ["--epochs", "2"]),
    ...(args.includes("--threads") || args.includes("--workers") ? [] : ["--threads", "1"]),
  ];
  const without = args.includes("--resume") ? usual.filter((_, i) => i < 2 || i > 3) : usual;
  return runMain(["train", ...without, ...args], settings);
}
