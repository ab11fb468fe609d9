import { describe, expect, test } from "vitest";
import { applyDifferences } from "../src/differences/applyDifferences.ts";
import { isAbout } from "../src/differences/Difference.ts";
import { parseDifferences } from "../src/differences/readDifferences.ts";
import type { CaseResult, Status } from "../src/run/CaseResult.ts";

function result(name: string, status: Status, malformed = false): CaseResult {
  return { class: "Concat", name, file: "nn/Concat.json", status, details: [], malformed, unknownFields: [] };
}

describe("the table of differences", () => {
  const head = "# Title\n\nText.\n\n| Case | Torch7 | Rushlight | Why |\n| --- | --- | --- | --- |\n";

  test("names cases in its first column", () => {
    expect(parseDifferences(`${head}| \`Concat/one\` | a | b | c |\n| \`rng/*\` | a | b | c |\n`, "page")).toEqual([
      { pattern: "Concat/one" },
      { pattern: "rng/*" },
    ]);
  });

  test("must name a case in every row, and say why", () => {
    expect(() => parseDifferences(`${head}| Concat | a | b | c |`, "page")).toThrow("page: expected a case");
    expect(() => parseDifferences(`${head}| \`Concat/one\` | a | b | |`, "page")).toThrow("why for Concat/one");
  });
});

describe("a pattern", () => {
  test("takes everything but * literally", () => {
    expect(isAbout({ pattern: "tensor/a[b]" }, "tensor", "a[b]")).toBe(true);
    expect(isAbout({ pattern: "tensor/a[b]" }, "tensor", "ab")).toBe(false);
    expect(isAbout({ pattern: "rng/*/random(*)" }, "rng", "42/random(1,6)")).toBe(true);
    expect(isAbout({ pattern: "rng/*" }, "tensor", "rng/x")).toBe(false);
  });
});

describe("cases that are listed", () => {
  const differences = [{ pattern: "Concat/negative" }];

  test("differ by decision when they fail, and only then", () => {
    const applied = applyDifferences([result("negative", "failed"), result("other", "failed")], differences);
    expect(applied.results.map(({ status }) => status)).toEqual(["differs", "failed"]);
    expect(applied.passing).toEqual([]);
  });

  test("are reported when they pass", () => {
    const applied = applyDifferences([result("negative", "passed")], differences);
    expect(applied.results[0].status).toBe("passed");
    expect(applied.passing).toEqual(["Concat/negative"]);
  });

  test("stay missing when their class is missing", () => {
    expect(applyDifferences([result("negative", "missing")], differences).results[0].status).toBe("missing");
  });

  test("stay failed when the fixture is malformed", () => {
    expect(applyDifferences([result("negative", "failed", true)], differences).results[0].status).toBe("failed");
  });

  test("are reported when there is no such case", () => {
    expect(applyDifferences([result("other", "passed")], differences).unknown).toEqual(["Concat/negative"]);
  });
});
