import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { collectExamples } from "./collectExamples.ts";
import { expectedOutput } from "./expectedOutput.ts";
import type { testExamples as declared } from "./index.d.ts";
import { runExample } from "./runExample.ts";
import { typeProblems } from "./typeProblems.ts";
import { writeExamples } from "./writeExamples.ts";

/** See `index.d.ts`, which packages compile against: they need not know Node's types to test their examples. */
export const testExamples: typeof declared = (folder) => {
  const home = packageUnderTest();
  const documented = folder === undefined ? home : fileURLToPath(folder.href);
  const examples = writeExamples(home, collectExamples(documented));
  if (examples.length === 0) throw new Error(`${documented} has no examples`);

  describe("the examples in the documentation", () => {
    test.each(examples.map((example) => [`${example.file}:${example.line}`, example.subject, example] as const))(
      "%s: that of %s prints what it says",
      async (_place, _subject, example) => {
        const expected = expectedOutput(example.code);
        expect((await runExample(example)).join("\n")).toBe(expected.join("\n"));
      },
    );

    test("satisfy the compiler", { timeout: 60_000 }, () => {
      expect(typeProblems(home, examples)).toEqual([]);
    });
  });
};

function packageUnderTest(): string {
  let folder = expect.getState().testPath ?? process.cwd();
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}
