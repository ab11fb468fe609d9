import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { markdownTable } from "../src/page/markdown.ts";
import { performancePage } from "../src/page/performancePage.ts";
import { checkPage, updatePage } from "../src/page/updatePage.ts";
import { workloadSection } from "../src/page/workloadSection.ts";

const folder = mkdtempSync(join(tmpdir(), "bench-page-"));
afterAll(() => rmSync(folder, { recursive: true }));

function read(file: string): string {
  return readFileSync(file, "utf8");
}

test("a page that is not there is made, with room for notes", () => {
  const file = join(folder, "new.md");
  checkPage(file, performancePage);
  updatePage(file, "figures", performancePage);
  expect(read(file)).toMatch(
    /^# Performance\n[\s\S]*<!-- measured[^\n]*-->\n\nfigures\n\n<!-- end[^\n]*-->\n\n## Limits\n/,
  );
});

test("a page that is there keeps what is outside its markers, to the letter", () => {
  const file = join(folder, "kept.md");
  updatePage(file, "old figures", performancePage);
  writeFileSync(file, `  before\n${read(file)}\nnotes by hand, $& and $1 \n`);
  const [before, after] = read(file).split("old figures");
  checkPage(file, performancePage);
  updatePage(file, "new figures", performancePage);
  expect(read(file)).toBe(`${before}new figures${after}`);
  updatePage(file, "new figures", performancePage);
  expect(read(file)).toBe(`${before}new figures${after}`);
});

test("a page without the markers, or with them in the wrong order, is refused and stays", () => {
  const file = join(folder, "own.md");
  updatePage(file, "figures", performancePage);
  const [begin, end] = [...read(file).matchAll(/<!-- .* -->/g)].map(([marker]) => marker);
  for (const page of ["# Mine\n", `${begin}\n`, `${end}\n${begin}\n`]) {
    writeFileSync(file, page);
    expect(() => checkPage(file, performancePage)).toThrow("own.md: expected the markers");
    expect(() => updatePage(file, "figures", performancePage)).toThrow("own.md: expected the markers");
    expect(read(file)).toBe(page);
  }
});

test("tables have a rule under their heads, and cells keep their bars", () => {
  expect(markdownTable(["", "D"], [["a|b", "1"]])).toBe("|  | D |\n| --- | ---: |\n| a\\|b | 1 |");
});

test("a promise stands under the workload that it is for", () => {
  const outcomes = ["D", "CNN"].flatMap((workload) =>
    ["wasm", "pytorch"].map((system, i) => ({
      workload,
      system,
      threads: 1,
      msPerStep: i + 1,
      reason: undefined,
      complaint: undefined,
      versions: {},
    })),
  );
  const section = workloadSection(outcomes, []);
  expect(section).toContain(
    "| wasm, up to two threads / pytorch | 0.50, met (at most 1.0) | 0.50, met (at most 1.0) |",
  );
  expect(section).toContain("| wasm / pytorch, both with one thread |  | 0.50, met (at most 1.0) |");
});
