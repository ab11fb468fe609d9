import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MemoryTerminal, temporaryFolder } from "@rushlight/command-line/testing";
import { expect, test } from "vitest";
import type { Figure } from "../src/lesson/Figure.ts";
import { lessons } from "../src/lessons.ts";
import { main } from "../src/main.ts";

/** The figures that were printed as JSON. */
function figuresOf(terminal: MemoryTerminal): readonly Figure[] {
  return JSON.parse(terminal.stdout.text) as readonly Figure[];
}

const never = new AbortController().signal;

test("a lesson that there is not is refused with the names of those that there are", async () => {
  const terminal = new MemoryTerminal();
  expect(await main(["a", "calculus"], terminal, never)).toBe(2);
  expect(terminal.stderr.text).toBe(
    'rushlight-lessons: expected lessons out of a (introduction), b (perceptron), c (convolution), d (foundations), e (backpropagation), got "calculus"\n',
  );
  expect(terminal.stdout.text).toBe("");
});

test.each([
  [["--seed", "-1"], "--seed"],
  [["--seed", "one"], "--seed"],
  [["--seed", "4294967294"], "--seed"],
  [["--out", "--json"], "--out"],
  [["--out", ""], "--out"],
  [["--fast"], "--fast"],
])("%j is refused in one line that names the option", async (args, name) => {
  const terminal = new MemoryTerminal();
  expect(await main(args, terminal, never)).toBe(2);
  expect(terminal.stderr.text).toMatch(/^rushlight-lessons: .+\n$/);
  expect(terminal.stderr.text).toContain(name);
});

test("a folder that can not be made ends in one line before anything is computed", async () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  const terminal = new MemoryTerminal();
  expect(await main(["a", "--out", file], terminal, never)).toBe(1);
  expect(terminal.stderr.text).toContain(file);
  expect(terminal.stdout.text).toBe("");
});

test("lessons are called by letter or name, and run in their order", async () => {
  const terminal = new MemoryTerminal();
  const out = temporaryFolder();
  expect(await main(["B", "introduction", "a", "--out", out, "--json"], terminal, never)).toBe(0);
  const figures = figuresOf(terminal);
  expect([...new Set(figures.map(({ lesson }) => lesson))]).toEqual(["introduction", "perceptron"]);
  expect(figures.every(({ ok }) => ok)).toBe(true);
  expect(terminal.stderr.text).toBe("");
  expect(readdirSync(out).sort()).toEqual([
    "introduction-loss.svg",
    "perceptron-by-hand.svg",
    "perceptron-digits.svg",
    "perceptron-graph.svg",
    "perceptron-training.svg",
    "report.html",
  ]);
});

test("the final table, and all above it, fits into 80 columns", async () => {
  const terminal = new MemoryTerminal({ isTTY: true });
  expect(await main(["a", "--out", temporaryFolder()], terminal, never)).toBe(0);
  expect(terminal.lines).toContain("59 of 59 figures ok");
  expect(terminal.lines.filter((line) => line.length > 80 && !line.startsWith("report"))).toEqual([]);
});

test("an interrupted run ends in exit code 130", async () => {
  const terminal = new MemoryTerminal();
  const out = temporaryFolder();
  expect(await main(["e", "--out", out], terminal, AbortSignal.abort())).toBe(130);
  expect(readdirSync(out)).toEqual([]);
});

test("help names the lessons, shows examples, and fits into 80 columns", async () => {
  const terminal = new MemoryTerminal();
  expect(await main(["--help"], terminal, never)).toBe(0);
  for (const { letter, name, title } of lessons) {
    expect(terminal.stdout.text).toMatch(new RegExp(`^ {2}${letter} {2}${name} +${title}$`, "m"));
  }
  expect(terminal.stdout.text).toContain("$ npm run lessons -- a e");
  expect(terminal.lines.filter((line) => line.length > 80)).toEqual([]);
});
