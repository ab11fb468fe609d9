import { describe, expect, test } from "vitest";
import { readDifferences } from "../src/differences/readDifferences.ts";
import { FixtureFolder } from "../src/fixtures/FixtureFolder.ts";
import { differencesFile, ownFixtures } from "../src/locations.ts";
import { registry } from "../src/mapping/registry.ts";
import type { CaseResult } from "../src/run/CaseResult.ts";
import { runGolden } from "../src/run/runGolden.ts";
import { wholeFiles } from "../src/run/suites.ts";

const folder = new FixtureFolder(ownFixtures, "own fixtures");
const report = runGolden(folder, registry, readDifferences(differencesFile));
const implemented = [...Object.keys(registry.modules), ...Object.keys(registry.criterions)];
/** Classes of which the original recorded nothing: they print, measure time, convert, or begin from a drawn sample. */
const unrecorded = ["DontCast", "Kmeans", "PrintSize", "Profile"];

function casesOf(className: string): CaseResult[] {
  return report.results.filter((result) => result.class === className);
}

describe("the numbers of Torch7", () => {
  test.each(implemented.filter((className) => !unrecorded.includes(className)))(
    "%s gives them in every case",
    (className) => {
      const cases = casesOf(className);
      expect(cases.length).toBeGreaterThan(0);
      expect(cases.filter(({ status }) => status === "failed")).toEqual([]);
    },
  );

  test.each([...wholeFiles.keys()])("no case of %s that has a counterpart fails", (className) => {
    expect(casesOf(className).filter(({ status }) => status === "failed")).toEqual([]);
  });
});

describe("the project's own copy", () => {
  test("has only cases that the runner can read, down to the last field", () => {
    expect(report.results.filter(({ malformed }) => malformed)).toEqual([]);
    expect(report.results.flatMap(({ unknownFields }) => unknownFields)).toEqual([]);
  });

  test("has a fixture for every class but those of which nothing was recorded", () => {
    expect(report.withoutFixture).toEqual(unrecorded);
  });

  test("is replayed to the last file", () => {
    expect([...new Set(report.results.map(({ file }) => file))].sort()).toEqual([...folder.files].sort());
  });
});

describe("docs/differences-from-torch.md", () => {
  test("lists cases that exist and do not match", () => {
    expect(report.unknownDifferences).toEqual([]);
    expect(report.passingDifferences).toEqual([]);
  });
});
