import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isInstalled } from "../src/install.js";

let workspace: string;

function write(file: string, contents: string): void {
  const path = join(workspace, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "installed-"));
  write("pnpm-lock.yaml", "lock: 1");
  write("node_modules/.pnpm/lock.yaml", "lock: 1");
  write("packages/module/package.json", JSON.stringify({ dependencies: { "@rushlight/tensor": "workspace:^" } }));
  write("packages/module/node_modules/@rushlight/tensor/package.json", "{}");
  write("packages/tensor/package.json", "{}");
  write("packages/notes/README.md", "no package");
});

afterEach(() => rmSync(workspace, { recursive: true }));

describe("a workspace", () => {
  test("is installed when its libraries are those of the lock file", () => {
    expect(isInstalled(workspace)).toBe(true);
  });

  test("is not installed before the first installation", () => {
    rmSync(join(workspace, "node_modules"), { recursive: true });
    expect(isInstalled(workspace)).toBe(false);
  });

  test("is not installed when the lock file has changed since", () => {
    write("pnpm-lock.yaml", "lock: 2");
    expect(isInstalled(workspace)).toBe(false);
  });

  test("is not installed when a package lacks a library", () => {
    rmSync(join(workspace, "packages/module/node_modules"), { recursive: true });
    expect(isInstalled(workspace)).toBe(false);
  });
});
