import { join } from "node:path";
import ts from "typescript";
import type { WrittenExample } from "./writeExamples.ts";

/**
 * What the compiler has against the examples of a package, by file and line of the documentation.
 *
 * The options are those of the package, save what only concerns the making of a package.
 *
 * @param folder the package
 * @param examples its examples
 */
export function typeProblems(folder: string, examples: readonly WrittenExample[]): string[] {
  const configuration = ts.getParsedCommandLineOfConfigFile(
    join(folder, "tsconfig.json"),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
      },
    },
  );
  const program = ts.createProgram(
    examples.map((example) => example.path),
    {
      ...configuration?.options,
      types: ["node"],
      isolatedDeclarations: false,
      noImplicitOverride: false,
      noUnusedLocals: false,
      noUnusedParameters: false,
    },
  );
  return examples.flatMap((example) => {
    const source = program.getSourceFile(example.path);
    const problems = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return problems.map((problem) => {
      const line = source?.getLineAndCharacterOfPosition(problem.start ?? 0).line ?? 0;
      return `${example.file}:${example.line + line}: ${ts.flattenDiagnosticMessageText(problem.messageText, "\n")}`;
    });
  });
}
