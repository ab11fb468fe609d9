import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MemoryTerminal, temporaryFolder } from "@rushlight/command-line/testing";
import { expect, test } from "vitest";
import type { Lesson } from "../src/lesson/Lesson.ts";
import type { Page } from "../src/lesson/Page.ts";
import { run } from "../src/run.ts";

function lesson(body: (page: Page) => void | Promise<void>): Lesson {
  return { letter: "x", name: "trial", title: "A trial", about: "nothing", dtype: "float32", run: body };
}

const right = lesson((page) => {
  page.heading("On <figures>");
  page.exact("one", "1", "1");
});

const wrong = lesson((page) => {
  page.exact("one", "1", "1");
  page.exact("two", "3", "2");
  page.range("three", 4, { from: 1, to: 3 });
});

const never = new AbortController().signal;

test("right figures end in exit code 0, a table and a report", async () => {
  const terminal = new MemoryTerminal();
  const out = join(temporaryFolder(), "out");
  expect(await run([right], { seed: 1, out, json: false }, terminal, never)).toBe(0);
  expect(terminal.lines).toEqual([
    "",
    "Lesson X: A trial",
    "=================",
    "",
    "On nothing. Read along in apps/lessons/src/trial.",
    "",
    "On <figures>",
    "  ok  one: 1",
    "",
    "lesson  figure  expected  got  ok",
    "X       one     1         1    ok",
    "",
    "1 of 1 figures ok",
    `report  ${join(out, "report.html")}`,
  ]);
  expect(terminal.stderr.text).toBe("");
  const page = readFileSync(join(out, "report.html"), "utf8");
  expect(page).toContain("<h3>On &lt;figures&gt;</h3>");
  expect(page).toContain("1 figure, all as they have to be.");
});

test("a figure that is off ends in exit code 1, and in one line each on standard error", async () => {
  const terminal = new MemoryTerminal();
  expect(await run([wrong], { seed: 1, out: temporaryFolder(), json: false }, terminal, never)).toBe(1);
  expect(terminal.stderr.text).toBe("trial: two: expected 2, got 3\ntrial: three: expected 1 to 3, got 4.0000\n");
  expect(terminal.lines).toContain("  OFF two: 3 (expected 2)");
  expect(terminal.lines).toContain("1 of 3 figures ok");
});

test("what takes several lines is printed in several lines, but in one on standard error", async () => {
  const terminal = new MemoryTerminal();
  const row = "(0.1111 0.1111 0.1111 0.1111 0.1111)";
  const long = lesson((page) => {
    page.code("function f() {\n  return 1;\n}\n", "f");
    page.exact("matrix", `${row} ${row}`, `${row} ${row}`);
    page.printed("net", "a {\n}", ["b {", "}"]);
  });
  const out = temporaryFolder();
  expect(await run([long], { seed: 1, out, json: false }, terminal, never)).toBe(1);
  expect(terminal.stdout.text).toContain(
    [
      "",
      "    function f() {",
      "      return 1;",
      "    }",
      "  ok  matrix:",
      `        ${row}`,
      `        ${row}`,
      "",
    ].join("\n"),
  );
  expect(terminal.stdout.text).toContain("  > net\n    a {\n    }\n  OFF net, printed, is not\n    b {\n    }\n");
  expect(terminal.stderr.text).toBe("trial: net, printed: expected b {\\n}, got a {\\n}\n");
  const report = readFileSync(join(out, "report.html"), "utf8");
  expect(report).toContain("<pre>function f() {\n  return 1;\n}</pre>");
  expect(report).toContain("<td>expected <pre>b {\n}</pre></td>");
});

test("an error that has nothing to do with an interruption is not taken for one", async () => {
  const controller = new AbortController();
  const broken = lesson(() => {
    controller.abort();
    throw new TypeError("broken");
  });
  const settings = { seed: 1, out: temporaryFolder(), json: false };
  await expect(run([broken], settings, new MemoryTerminal(), controller.signal)).rejects.toThrow("broken");
});

test("--json prints the array of figures and nothing else, also when one is off", async () => {
  const terminal = new MemoryTerminal();
  expect(await run([wrong], { seed: 1, out: temporaryFolder(), json: true }, terminal, never)).toBe(1);
  expect(JSON.parse(terminal.stdout.text)).toEqual([
    { lesson: "trial", figure: "one", expected: "1", got: "1", ok: true },
    { lesson: "trial", figure: "two", expected: "2", got: "3", ok: false },
    { lesson: "trial", figure: "three", expected: "1 to 3", got: "4.0000", ok: false },
  ]);
});

test("lessons get three seeds in a row", async () => {
  let seeds: readonly number[] = [];
  const curious = lesson((page) => {
    seeds = page.seeds;
  });
  await run([curious], { seed: 7, out: temporaryFolder(), json: true }, new MemoryTerminal(), never);
  expect(seeds).toEqual([7, 8, 9]);
});

test("an interrupted run saves nothing, and leaves what an earlier one saved", async () => {
  const controller = new AbortController();
  const endless = lesson(async (page) => {
    for await (const step of page.steps("training", 1000)) {
      if (step === 3) controller.abort();
    }
  });
  const out = temporaryFolder();
  writeFileSync(join(out, "report.html"), "earlier");
  const terminal = new MemoryTerminal();
  await run([right, endless], { seed: 1, out, json: false }, terminal, controller.signal);
  expect(terminal.stderr.text).toBe("interrupted: nothing was saved\n");
  expect(readdirSync(out)).toEqual(["report.html"]);
  expect(readFileSync(join(out, "report.html"), "utf8")).toBe("earlier");
});

test("an error of a lesson is an error of the run", async () => {
  const broken = lesson(() => {
    throw new TypeError("broken");
  });
  const out = join(temporaryFolder(), "out");
  await expect(run([broken], { seed: 1, out, json: false }, new MemoryTerminal(), never)).rejects.toThrow("broken");
  expect(existsSync(join(out, "report.html"))).toBe(false);
});

test("colours are for terminals that have them", async () => {
  const plain = new MemoryTerminal({ isTTY: true });
  const coloured = new MemoryTerminal({ isTTY: true, colours: true });
  for (const terminal of [plain, coloured]) {
    await run([wrong], { seed: 1, out: temporaryFolder(), json: false }, terminal, never);
  }
  expect(plain.stdout.text).not.toContain("\u001b");
  expect(coloured.stdout.text).toContain("\u001b[31mOFF");
});
