import { existsSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { readManifest } from "./workspace.js";

/**
 * The part of Vitest's JSON report that is looked at.
 *
 * @typedef {object} Report
 * @property {{ name: string, status: string, message?: string,
 *   assertionResults: { fullName: string, status: string }[] }[]} testResults
 */

/**
 * Adds up the reports that the tests of packages left in `reports/tests.json`. A file that could not run counts as a
 * test that failed, and so do a test that was skipped and a package that says it has tests and left none in a report.
 *
 * @param {readonly string[]} folders the packages
 * @returns {{ passed: number, failed: string[] }} how many passed, and the titles of those that failed
 */
export function countTests(folders) {
  let passed = 0;
  /** @type {string[]} */
  const failed = [];
  for (const folder of folders) {
    if (readManifest(folder).scripts?.test === undefined) continue;
    const path = join(folder, "reports", "tests.json");
    if (!existsSync(path)) {
      failed.push(`${basename(folder)}: no report of its tests`);
      continue;
    }
    /** @type {Report} */
    const report = JSON.parse(readFileSync(path, "utf8"));
    if (report.testResults.length === 0) failed.push(`${basename(folder)}: no tests`);
    for (const { name, status, message, assertionResults } of report.testResults) {
      const file = `${basename(folder)}: ${relative(folder, name)}`;
      const broken = assertionResults.filter((result) => result.status !== "passed");
      passed += assertionResults.length - broken.length;
      failed.push(...broken.map((result) => `${file}: ${result.fullName} (${result.status})`));
      if (status !== "passed" && broken.length === 0) failed.push(`${file}: ${message ?? status}`);
    }
  }
  return { passed, failed };
}
