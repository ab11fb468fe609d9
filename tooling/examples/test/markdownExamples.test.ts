import { describe, expect, test } from "vitest";
import { markdownExamples } from "../src/markdownExamples.ts";

const page = `# Doubles

\`\`\`sh
npm install @rushlight/doubles
\`\`\`

## Use

\`\`\`ts
const a = 1;
\`\`\`

- in a list:

  \`\`\`ts
  if (true) {
    console.log(1); // 1
  }
  \`\`\`
`;

describe("the examples of a page", () => {
  test("are its blocks of TypeScript, under the heading above them", () => {
    expect(markdownExamples("README.md", page)).toEqual([
      { file: "README.md", line: 10, subject: "Use", code: "const a = 1;" },
      { file: "README.md", line: 16, subject: "Use", code: "if (true) {\n  console.log(1); // 1\n}" },
    ]);
  });

  test("end where they say: a block that is never closed is an error", () => {
    expect(() => markdownExamples("README.md", "# A\n```ts\nlet x = 1;\n")).toThrow(
      "the block that opens on line 2 is never closed",
    );
  });
});
