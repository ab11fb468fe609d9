import { describe, expect, test } from "vitest";
import { sourceExamples } from "../src/sourceExamples.ts";

const source = `import { a } from "./a.ts";

/**
 * Twice a number.
 *
 * @param x the number
 * @example
 * \`\`\`ts
 * import { twice } from "@rushlight/doubles";
 *
 * console.log(twice(2)); // 4
 * \`\`\`
 * @throws RangeError never
 */
export function twice(x: number): number {
  return 2 * x;
}

/** A pair. */
export class Pair {
  /**
   * Swaps.
   *
   * @example In two steps:
   * \`\`\`ts
   * const first = 1;
   * \`\`\`
   * and
   * \`\`\`ts
   * const second = 2;
   * \`\`\`
   */
  swap(): void {}
}

/** Not \`an\` example: \`\`\`ts */
export const none = 1;
`;

describe("the examples of a source file", () => {
  const examples = sourceExamples("src/doubles.ts", source);

  test("are the blocks under @example tags, each with the name of its declaration", () => {
    expect(examples.map((example) => example.subject)).toEqual(["twice", "Pair.swap", "Pair.swap"]);
  });

  test("have the code without the comment around it", () => {
    expect(examples[0]?.code).toBe('import { twice } from "@rushlight/doubles";\n\nconsole.log(twice(2)); // 4');
    expect(examples[2]?.code).toBe("const second = 2;");
  });

  test("know the line that their code begins on", () => {
    const lines = source.split("\n");
    for (const example of examples) {
      expect(lines[example.line - 1]).toContain(example.code.split("\n")[0]);
    }
  });

  test("keep the indentation inside the code", () => {
    const [example] = sourceExamples(
      "src/x.ts",
      "/**\n * @example\n * ```ts\n * if (true) {\n *   //  1  2\n * }\n * ```\n */\nexport const x = 1;\n",
    );
    expect(example?.code).toBe("if (true) {\n  //  1  2\n}");
  });

  test("belong to the file when they document no declaration", () => {
    const [example] = sourceExamples(
      "src/x.ts",
      "/**\n * @example\n * ```ts\n * let y = 1;\n * ```\n */\nexport {};\n",
    );
    expect(example?.subject).toBe("src/x.ts");
  });

  test("are found on the members of interfaces, on types and on constants", () => {
    const comment = "/**\n * @example\n * ```ts\n * let y = 1;\n * ```\n */\n";
    const text = `export interface Shape {\n${comment}  area(): number;\n}\n${comment}export type Size = number;\n${comment}export const unit = 1;\n`;
    expect(sourceExamples("src/x.ts", text).map((example) => example.subject)).toEqual(["Shape.area", "Size", "unit"]);
  });

  test("are missed by an @example tag without a block, which is an error", () => {
    expect(() => sourceExamples("src/x.ts", "/** Text.\n * @example\n * x()\n */\nexport const x = 1;\n")).toThrow(
      "src/x.ts:2: the @example of x has no block of ```ts",
    );
  });
});
