import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countTests } from "../src/count-tests.js";

let folder: string;

function write(manifest: object, testResults?: object[]): void {
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  if (testResults === undefined) return;
  mkdirSync(join(folder, "reports"));
  writeFileSync(join(folder, "reports", "tests.json"), JSON.stringify({ testResults }));
}

const tested = { scripts: { test: "vitest run" } };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counted-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("the count of tests", () => {
  test("adds up what passed and names what failed", () => {
    const assertionResults = [
      { fullName: "it adds", status: "passed" },
      { fullName: "it divides", status: "failed" },
    ];
    write(tested, [{ name: join(folder, "test", "a.test.ts"), status: "failed", assertionResults }]);
    expect(countTests([folder])).toEqual({
      passed: 1,
      failed: [`${basename(folder)}: ${join("test", "a.test.ts")}: it divides (failed)`],
    });
  });

  test("takes a file that could not run for a failure", () => {
    write(tested, [
      { name: join(folder, "a.test.ts"), status: "failed", message: "no such module", assertionResults: [] },
    ]);
    expect(countTests([folder])).toEqual({ passed: 0, failed: [`${basename(folder)}: a.test.ts: no such module`] });
  });

  test("takes a test that was skipped for a failure", () => {
    const assertionResults = [{ fullName: "later", status: "skipped" }];
    write(tested, [{ name: join(folder, "a.test.ts"), status: "passed", assertionResults }]);
    expect(countTests([folder])).toEqual({ passed: 0, failed: [`${basename(folder)}: a.test.ts: later (skipped)`] });
  });

  test("takes a package that left no report for a failure", () => {
    write(tested);
    expect(countTests([folder])).toEqual({ passed: 0, failed: [`${basename(folder)}: no report of its tests`] });
  });

  test("takes a package that has no tests for a failure when it says that it has some", () => {
    write(tested, []);
    expect(countTests([folder])).toEqual({ passed: 0, failed: [`${basename(folder)}: no tests`] });
  });

  test("leaves out packages that have no tests", () => {
    write({ scripts: { build: "tsup" } });
    expect(countTests([folder])).toEqual({ passed: 0, failed: [] });
  });
});
