import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { onTestFinished } from "vitest";
import { FixtureFolder } from "../src/fixtures/FixtureFolder.ts";
import { registry } from "../src/mapping/registry.ts";
import type { CaseResult } from "../src/run/CaseResult.ts";
import { type Report, runGolden } from "../src/run/runGolden.ts";

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "golden-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A temporary folder with these files: text as it is, everything else as JSON, compressed where the name says so. */
export function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    const text = typeof content === "string" ? content : JSON.stringify(content);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, name.endsWith(".gz") ? gzipSync(text) : text);
  }
  return folder;
}

/** Replays these files, without a table of differences. */
export function replayFiles(files: Readonly<Record<string, unknown>>): Report {
  return runGolden(new FixtureFolder(folderOf(files), "the test"), registry, []);
}

/** Replays one case of a class of nn. */
export function replayModuleJson(className: string, fixture: object): CaseResult {
  const report = replayFiles({ [`nn/${className}.json`]: { class: className, cases: [fixture] } });
  return report.results[0];
}
