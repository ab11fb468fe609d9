import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { collectExamples } from "../src/collectExamples.ts";
import type { Example } from "../src/Example.ts";
import { runExample } from "../src/runExample.ts";
import { typeProblems } from "../src/typeProblems.ts";
import { writeExamples } from "../src/writeExamples.ts";

let folder: string;

function example(code: string, line = 10): Example {
  return { file: "src/x.ts", line, subject: "x", code };
}

function write(file: string, contents: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), contents);
}

beforeEach(() => {
  const reports = join(import.meta.dirname, "..", "reports");
  mkdirSync(reports, { recursive: true });
  folder = mkdtempSync(join(reports, "toy-"));
  write("tsconfig.json", '{ "extends": "../../../../tsconfig.base.json" }');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs one example of the toy package. */
async function output(code: string, line?: number): Promise<string[]> {
  const lines: string[] = [];
  for (const written of writeExamples(folder, [example(code, line)])) lines.push(...(await runExample(written)));
  return lines;
}

describe("the examples of a package", () => {
  test("come from its README, from its pages and from its sources", () => {
    write("README.md", "# Toy\n```ts\nlet a = 1;\n```\n");
    write("docs/guide/start.md", "```ts\nlet c = 1;\n```\n");
    write("src/deep/toy.ts", "/**\n * @example\n * ```ts\n * let b = 1;\n * ```\n */\nexport const toy = 1;\n");
    expect(collectExamples(folder).map(({ file, line, code }) => [file, line, code])).toEqual([
      ["README.md", 3, "let a = 1;"],
      ["docs/guide/start.md", 2, "let c = 1;"],
      ["src/deep/toy.ts", 4, "let b = 1;"],
    ]);
  });

  test("are files of their own, and files of examples that are gone go too", () => {
    writeExamples(folder, [example("let a = 1;", 1), example("let b = 2;", 2)]);
    writeExamples(folder, [example("let a = 1;", 1)]);
    expect(readdirSync(join(folder, "reports", "examples"))).toEqual(["src-x-1.ts"]);
  });
});

describe("running an example", () => {
  test("gives the lines that it logs, as Node prints them", async () => {
    expect(await output("console.log('a  b ', [1, 2]);\nconsole.log('c\\n d\\n');")).toEqual([
      "a  b  [ 1, 2 ]",
      "c",
      " d",
      "",
    ]);
  });

  test("starts from the default dtype and random numbers of a new process", async () => {
    const code = `import { defaultDtype, rand, setDefaultDtype } from "@rushlight/tensor";
console.log(defaultDtype(), rand([1], { dtype: "float64" }).get(0));
setDefaultDtype("float64");`;
    const first = await output(code, 20);
    expect(first[0]).toMatch(/^float32 0\.\d+$/);
    expect(await output(code, 30)).toEqual(first);
  });

  test("fails when the example throws", async () => {
    await expect(output("throw new RangeError('out');", 40)).rejects.toThrow(RangeError);
  });

  test("may await", async () => {
    expect(await output("console.log(await Promise.resolve(5));", 50)).toEqual(["5"]);
  });
});

describe("the compiler", () => {
  test("has nothing against an example that a reader can paste", () => {
    const code = `import { type Tensor, zeros } from "@rushlight/tensor";
const x: Tensor = zeros(2);
const unused = 1;
console.log(x.size());`;
    expect(typeProblems(folder, writeExamples(folder, [example(code)]))).toEqual([]);
  });

  test("names the line of the documentation that is wrong", () => {
    const examples = writeExamples(folder, [
      example("const a = 1;\nconst b: string = a;"),
      example("const c: = 1;", 90),
    ]);
    expect(typeProblems(folder, examples)).toEqual([
      "src/x.ts:11: Type 'number' is not assignable to type 'string'.",
      "src/x.ts:90: Type expected.",
    ]);
  });
});
