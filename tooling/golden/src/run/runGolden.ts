import { backend, defaultDtype, defaultGenerator, setDefaultDtype } from "@rushlight/tensor";
import { applyDifferences } from "../differences/applyDifferences.ts";
import type { Difference } from "../differences/Difference.ts";
import type { FixtureFolder } from "../fixtures/FixtureFolder.ts";
import type { Registry } from "../mapping/rows.ts";
import { attempt } from "./attempt.ts";
import type { CaseResult } from "./CaseResult.ts";
import { suiteFor, wholeFiles } from "./suites.ts";

/** How all cases of a folder went. */
export interface Report {
  readonly folder: string;
  /** How many files there were. */
  readonly files: number;
  /** What computed. */
  readonly backend: string;
  readonly results: readonly CaseResult[];
  /** Classes that Rushlight has and the folder has no case of. */
  readonly withoutFixture: readonly string[];
  /** Entries of the table of differences whose cases pass. */
  readonly passingDifferences: readonly string[];
  /** Entries of the table of differences that no case has. */
  readonly unknownDifferences: readonly string[];
}

/** Replays every file of a folder in float64. The default dtype and generator are then as they were. */
export function runGolden(folder: FixtureFolder, registry: Registry, differences: readonly Difference[]): Report {
  const dtype = defaultDtype();
  const generator = defaultGenerator();
  const state = generator.getState();
  setDefaultDtype("float64");
  try {
    const { results, passing, unknown } = applyDifferences(
      folder.files.flatMap((file) => replayFile(folder, file, registry)),
      differences,
    );
    const covered = new Set(results.map((result) => result.class));
    const known = [...Object.keys(registry.modules), ...Object.keys(registry.criterions), ...wholeFiles.keys()];
    return {
      folder: folder.path,
      files: folder.files.length,
      backend: backend().name,
      results,
      withoutFixture: known.filter((name) => !covered.has(name)).sort(),
      passingDifferences: passing,
      unknownDifferences: unknown,
    };
  } finally {
    setDefaultDtype(dtype);
    generator.setState(state);
  }
}

/** A file that can not be read at all counts as one failed case. */
function replayFile(folder: FixtureFolder, file: string, registry: Registry): CaseResult[] {
  let results: CaseResult[] = [];
  const name = file.replace(/^.*\//, "").replace(/\.json$/, "");
  const whole = attempt({ class: name, name: "the whole file", file }, () => {
    results = suiteFor(file)({ file, json: folder.read(file) }, registry);
    return { problems: [] };
  });
  return whole.status === "passed" ? results : [whole];
}
