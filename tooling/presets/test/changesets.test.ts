import { readdirSync } from "node:fs";
import { join } from "node:path";
import getReleasePlan from "@changesets/get-release-plan";
import { describe, expect, test } from "vitest";
import { workspacePackages, workspaceRoot } from "../src/workspace.js";

const root = workspaceRoot(import.meta.dirname);

describe("the changesets", () => {
  test("make a plan of releases, of published packages alone", async () => {
    const written = readdirSync(join(root, ".changeset")).filter(
      (file) => file.endsWith(".md") && file !== "README.md",
    );
    const { changesets, releases } = await getReleasePlan(root);
    expect(changesets).toHaveLength(written.length);

    const hidden = workspacePackages(root).filter(({ manifest }) => manifest.private);
    const names = hidden.map(({ manifest }) => manifest.name);
    expect(releases.filter(({ name, type }) => type !== "none" && names.includes(name))).toEqual([]);
  });
});
