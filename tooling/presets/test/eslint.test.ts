import { join } from "node:path";
import { ESLint } from "eslint";
import { beforeAll, describe, expect, test } from "vitest";
import { workspaceLint } from "../src/eslint.js";
import { workspaceRoot } from "../src/workspace.js";

const root = workspaceRoot(import.meta.dirname);
const file = join(root, "tooling", "examples", "src", "Example.ts");
let eslint: ESLint;

/** The rules that a source file with this code breaks. */
async function broken(code: string): Promise<(string | null)[]> {
  const results = await eslint.lintText(`${code}\n`, { filePath: file });
  return results.flatMap(({ messages }) => messages.map((message) => message.ruleId ?? message.message));
}

beforeAll(async () => {
  eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: workspaceLint(root) });
  // The first file takes the time that it takes to read the types of everything it imports.
  await eslint.lintText("export {};\n", { filePath: file });
}, 60_000);

describe("the lint", () => {
  test("has nothing against documented code that keeps its types", async () => {
    const code = `/** Twice a number. */
export function twice(x: number): number {
  return 2 * x;
}`;
    expect(await broken(code)).toEqual([]);
  });

  test.each([
    ["a cast of a cast", "const f = (x: unknown): Date => x as unknown as Date;", "no-restricted-syntax"],
    ["a cast to never", "const f = (x: string): number => Number(x as never);", "no-restricted-syntax"],
    ["a ! that is not behind an index", "const f = (x?: string): string => x!;", "no-restricted-syntax"],
    ["any", "const f = (x: any): void => void x;", "@typescript-eslint/no-explicit-any"],
    ["what comes out of any", "const f = (): number => JSON.parse('1').x;", "@typescript-eslint/no-unsafe-return"],
    [
      "a promise nobody waits for",
      "const f = (p: Promise<void>): void => { p; };",
      "@typescript-eslint/no-floating-promises",
    ],
    [
      "an if on a promise",
      "const f = (p: Promise<boolean>): number => (p ? 1 : 2);",
      "@typescript-eslint/no-misused-promises",
    ],
    [
      "a switch that forgets a case",
      "function f(x: 'a' | 'b'): void { switch (x) { case 'a': break; } }",
      "@typescript-eslint/switch-exhaustiveness-check",
    ],
    [
      "a cast that changes nothing",
      "const f = (x: string): string => x as string;",
      "@typescript-eslint/no-unnecessary-type-assertion",
    ],
    ["an export without a word", "export const size: number = 1;", "jsdoc/require-jsdoc"],
    ["a public method without a word", "/** A. */\nexport class A {\n  b(): void {}\n}", "jsdoc/require-jsdoc"],
    [
      "a parameter that is not there",
      "/**\n * A.\n * @param y it\n */\nexport function a(x: number): number { return x; }",
      "jsdoc/check-param-names",
    ],
    [
      "an import past the exports of a package",
      'import "@rushlight/tensor/src/index.ts";',
      "rushlight/import-direction",
    ],
  ])("refuses %s", async (_, code, rule) => {
    expect(await broken(code)).toContain(rule);
  });

  test("asks no words of constructors, private members and overrides", async () => {
    const code = `/** A. */
export class A extends Error {
  constructor() { super(); }
  #b(): void {}
  private c(): void { this.#b(); }
  override toString(): string { this.c(); return ""; }
}`;
    expect(await broken(code)).toEqual([]);
  });
});
