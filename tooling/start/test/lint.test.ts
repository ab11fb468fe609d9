import { expect, test } from "vitest";
import { lintParts } from "../src/lint.js";
import { packageFolders, root } from "../src/workspace.js";

test("every package of the workspace is in one part, and the files beside them in the first", () => {
  const folders = packageFolders(root);
  const parts = lintParts(root, folders, 4);
  const paths = parts.flat();
  expect(parts).toHaveLength(4);
  expect(parts[0]).toContain("*.js");
  expect(paths).toHaveLength(folders.length + 1);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toContain("packages/optim");
});
