import { describe, expect, test } from "vitest";
import { versionProblem } from "../src/node-version.js";

describe("the version of Node", () => {
  test.each(["20.19.0", "20.20.2", "22.0.0", "24.21.0"])("%s is new enough", (version) => {
    expect(versionProblem(version)).toBeUndefined();
  });

  test.each(["12.22.1", "18.20.8", "20.18.3"])("%s is too old, which one line says", (version) => {
    expect(versionProblem(version)).toBe(`Rushlight needs Node 20.19 or later: this is Node ${version}.`);
  });
});
