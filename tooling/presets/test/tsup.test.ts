import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "tsup";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageBuild } from "../src/tsup.js";

let folder: string;

beforeAll(async () => {
  const reports = join(import.meta.dirname, "..", "reports");
  mkdirSync(reports, { recursive: true });
  folder = mkdtempSync(join(reports, "toy-"));
  const files = {
    "package.json": '{ "type": "module" }',
    "tsconfig.json": '{ "extends": "../../../../tsconfig.base.json", "compilerOptions": { "types": ["node"] } }',
    "src/shared.ts": "export class Shared {\n  readonly size: number = 1;\n}\n",
    "src/index.ts": 'export { Shared } from "./shared.ts";\n',
    "src/node.ts":
      'import { readFileSync } from "node:fs";\nimport { Shared } from "./shared.ts";\n' +
      'export function load(path: string): [Shared, string] {\n  return [new Shared(), readFileSync(path, "utf8")];\n}\n',
  };
  mkdirSync(join(folder, "src"));
  for (const [file, contents] of Object.entries(files)) writeFileSync(join(folder, file), contents);
  await build({
    ...packageBuild({ index: join(folder, "src/index.ts"), node: join(folder, "src/node.ts") }),
    config: false,
    outDir: join(folder, "dist"),
    silent: true,
    tsconfig: join(folder, "tsconfig.json"),
  });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

function output(file: string): string {
  return readFileSync(join(folder, "dist", file), "utf8");
}

describe("the build of a package", () => {
  test("makes a module, its declarations and its source map for each entry", () => {
    const files = readdirSync(join(folder, "dist"));
    for (const entry of ["index", "node"]) {
      expect(files).toEqual(expect.arrayContaining([`${entry}.js`, `${entry}.d.ts`, `${entry}.js.map`]));
    }
  });

  test("keeps one copy of what the entries share", () => {
    const modules = readdirSync(join(folder, "dist")).filter((file) => file.endsWith(".js"));
    expect(
      modules.filter((file) => output(file).includes("class Shared") || /Shared = class/.test(output(file))),
    ).toHaveLength(1);
  });

  test("keeps the node: of built-in modules", () => {
    expect(output("node.js")).toMatch(/from ["']node:fs["']/);
  });
});
