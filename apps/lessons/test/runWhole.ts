import { MemoryTerminal } from "@rushlight/command-line/testing";
import { expect } from "vitest";
import type { Figure } from "../src/lesson/Figure.ts";
import type { Lesson } from "../src/lesson/Lesson.ts";
import { runLesson } from "../src/lesson/runLesson.ts";
import { TextWriter } from "../src/output/TextWriter.ts";

/** What a lesson came to. */
interface Outcome {
  /** The figures that were not what they have to be. */
  readonly off: readonly Figure[];
  /** The expected figures by their names. */
  readonly expected: ReadonlyMap<string, string>;
  /** The files of the drawings. */
  readonly charts: readonly string[];
  /** What was printed. */
  readonly lines: readonly string[];
}

/** Runs a lesson from its first line to its last, with the seeds that the program takes. */
export async function runWhole(lesson: Lesson): Promise<Outcome> {
  const terminal = new MemoryTerminal();
  const writer = new TextWriter(terminal.stdout);
  const { figures, blocks } = await runLesson(lesson, {
    seeds: [1, 2, 3],
    signal: new AbortController().signal,
    progress: { start() {}, update() {}, stop() {} },
    text: { columns: 76 },
    write: (block) => writer.block(block),
  });
  const names = figures.map(({ figure }) => figure);
  expect(new Set(names).size, "figures with names of their own").toBe(names.length);
  return {
    off: figures.filter(({ ok }) => !ok),
    expected: new Map(figures.map(({ figure, expected }) => [figure, expected])),
    charts: blocks.flatMap((block) => (block.kind === "chart" && block.svg.startsWith("<svg") ? [block.file] : [])),
    lines: terminal.lines,
  };
}

/** The names that a figure has for three seeds. */
export function forThreeSeeds(name: string): string[] {
  return [1, 2, 3].map((seed) => `${name}, seed ${seed}`);
}
