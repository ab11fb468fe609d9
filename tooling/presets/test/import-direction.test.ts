import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Linter } from "eslint";
import tseslint from "typescript-eslint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importDirection } from "../src/import-direction.js";

let root: string;

/** The messages about one file of the toy workspace that holds this code. */
function complaints(file: string, code: string): string[] {
  const linter = new Linter({ cwd: root });
  const found = linter.verify(
    code,
    [
      {
        files: ["**/*.ts"],
        languageOptions: { parser: tseslint.parser },
        plugins: { rushlight: { rules: { "import-direction": importDirection } } },
        rules: { "rushlight/import-direction": "error" },
      },
    ],
    { filename: join(root, file) },
  );
  return found.map((message) => message.message);
}

function manifest(folder: string, contents: Record<string, unknown>): void {
  const file = join(root, folder, "package.json");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(contents));
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "import-direction-"));
  writeFileSync(join(root, "pnpm-workspace.yaml"), "");
  const exports = { ".": "./src/index.ts" };
  manifest("packages/tensor", { name: "@rushlight/tensor", exports });
  manifest("packages/module", { name: "@rushlight/module", exports: { ...exports, "./checks": "./src/checks.ts" } });
  manifest("packages/layers", {
    name: "@rushlight/layers",
    exports,
    dependencies: { "@rushlight/module": "workspace:^", "@rushlight/tensor": "workspace:^" },
    devDependencies: { "@rushlight/criterion": "workspace:^" },
  });
  manifest("packages/criterion", { name: "@rushlight/criterion", exports });
  manifest("packages/nn", { name: "@rushlight/nn", exports });
  manifest("packages/novelty", { name: "@rushlight/novelty", exports });
  manifest("apps/mnist", { name: "@rushlight/mnist", exports, dependencies: { "@rushlight/nn": "workspace:^" } });
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe("the sources of a package", () => {
  test("import what their row of the table allows", () => {
    expect(complaints("packages/layers/src/Linear.ts", `import { Module } from "@rushlight/module";`)).toEqual([]);
    expect(complaints("packages/layers/src/Linear.ts", `import "@rushlight/tensor";`)).toEqual([]);
  });

  test("do not import against the direction", () => {
    expect(complaints("packages/tensor/src/Tensor.ts", `import { Module } from "@rushlight/module";`)).toEqual([
      "@rushlight/tensor may not import @rushlight/module: it may import no other package. " +
        "The table is tooling/presets/src/import-table.js.",
    ]);
  });

  test("do not import sideways, though package.json lists it for the tests", () => {
    expect(complaints("packages/layers/src/Linear.ts", `import "@rushlight/criterion";`)).toEqual([
      "@rushlight/layers may not import @rushlight/criterion: it may import module, tensor. " +
        "The table is tooling/presets/src/import-table.js.",
    ]);
  });

  test.each([
    `import type { Module } from "@rushlight/nn";`,
    `export { Module } from "@rushlight/nn";`,
    `export * from "@rushlight/nn";`,
    `const later = import("@rushlight/nn");`,
    `type Later = import("@rushlight/nn").Module;`,
  ])("are checked in every form of an import: %s", (code) => {
    expect(complaints("packages/layers/src/Linear.ts", code)).toHaveLength(1);
  });

  test("do not import their own package by name", () => {
    expect(complaints("packages/tensor/src/Tensor.ts", `import "@rushlight/tensor";`)).toEqual([
      "@rushlight/tensor imports itself by name: use a relative path inside src.",
    ]);
  });

  test("of a package that the table does not know import no other package", () => {
    expect(complaints("packages/novelty/src/index.ts", `import "@rushlight/tensor";`)).toEqual([
      "@rushlight/novelty has no row in tooling/presets/src/import-table.js, which says what a package may import.",
    ]);
  });

  test("do not import an application", () => {
    expect(complaints("packages/nn/src/index.ts", `import "@rushlight/mnist";`)).toEqual([
      "@rushlight/mnist is an application: nothing imports it.",
    ]);
  });
});

describe("the tests of a package", () => {
  test("import what package.json lists, and their own package", () => {
    expect(complaints("packages/layers/test/Linear.test.ts", `import "@rushlight/criterion";`)).toEqual([]);
    expect(complaints("packages/layers/test/Linear.test.ts", `import "@rushlight/layers";`)).toEqual([]);
  });

  test("do not import what package.json does not list", () => {
    expect(complaints("packages/layers/test/Linear.test.ts", `import "@rushlight/nn";`)).toEqual([
      "@rushlight/layers imports @rushlight/nn, which its package.json does not list.",
    ]);
  });
});

describe("every file", () => {
  test("imports the names that a package exports, subpaths included", () => {
    expect(complaints("packages/layers/src/Linear.ts", `import "@rushlight/module/checks";`)).toEqual([]);
  });

  test.each(["src/Module.ts", "dist/index.js", "package.json"])("does not reach into another package: %s", (path) => {
    expect(complaints("packages/layers/test/Linear.test.ts", `import "@rushlight/module/${path}";`)).toEqual([
      `@rushlight/module does not export ${path}: import a package by a name that its package.json exports.`,
    ]);
  });

  test("does not leave its package by a relative path", () => {
    expect(complaints("packages/layers/src/family/Linear.ts", `import "../shape.ts";`)).toEqual([]);
    expect(complaints("packages/layers/src/Linear.ts", `import "../../module/src/Module.ts";`)).toEqual([
      "../../module/src/Module.ts leaves @rushlight/layers: import another package by its name.",
    ]);
  });

  test("names packages that exist", () => {
    expect(complaints("packages/layers/src/Linear.ts", `import "@rushlight/tensors";`)).toEqual([
      "There is no package @rushlight/tensors in the workspace.",
    ]);
  });

  test("may import any other library, and built-in modules", () => {
    expect(complaints("packages/tensor/src/Tensor.ts", `import "node:fs"; import "cac";`)).toEqual([]);
  });
});
