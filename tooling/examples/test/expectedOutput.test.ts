import { describe, expect, test } from "vitest";
import { expectedOutput } from "../src/expectedOutput.ts";

describe("the expected output of an example", () => {
  test("is the comment behind a console.log", () => {
    expect(expectedOutput("console.log(1 + 1); // 2\nconsole.log('a'); // a")).toEqual(["2", "a"]);
  });

  test("is the comment lines below it, inner spaces kept and those at the end dropped", () => {
    expect(expectedOutput("console.log(x);\n//  1   2\n//\n// [2]  \n")).toEqual([" 1   2", "", "[2]"]);
  });

  test("is the comment behind it alone when it has both", () => {
    expect(expectedOutput("console.log(1); // 1\n// Then the next.\nconsole.log(2); // 2")).toEqual(["1", "2"]);
  });

  test("leaves out comments that stand apart", () => {
    expect(expectedOutput("// Before.\nconsole.log(1);\n// 1\n\n// After.\nlet x = 1; // one")).toEqual(["1"]);
  });

  test("may stand below the loop that a console.log is in", () => {
    expect(expectedOutput("for (const i of [1, 2]) {\n  console.log(i);\n}\n// 1\n// 2\n")).toEqual(["1", "2"]);
  });

  test("may stand inside the loop, once for each turn", () => {
    expect(expectedOutput("for (const i of [1, 2]) {\n  console.log(i);\n  // 1\n  // 2\n}")).toEqual(["1", "2"]);
  });

  test("is taken once when two calls share the comment below the loop around them", () => {
    const code = "for (const i of [1, 2]) {\n  console.log(i);\n  console.log(-i);\n}\n// 1\n// -1\n// 2\n// -2";
    expect(expectedOutput(code)).toEqual(["1", "-1", "2", "-2"]);
  });

  test("is empty when nothing is logged", () => {
    expect(expectedOutput("const x = 1; // one")).toEqual([]);
  });

  test.each([
    "console.log(1);",
    "const a = 1; // one\nconsole.log(a);\n\n// too far",
    "[1].forEach((x) => console.log(x));",
  ])("is missing, which is an error, in %j", (code) => {
    expect(() => expectedOutput(code)).toThrow(/no comment says what line \d prints: console\.log\(/);
  });
});
