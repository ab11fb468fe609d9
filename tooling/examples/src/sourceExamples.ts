import ts from "typescript";
import type { Example } from "./Example.ts";
import { typescriptFences } from "./fences.ts";

/**
 * Every block of TypeScript under an `@example` tag of a source file, with the declaration that it documents.
 *
 * @param file the name to give the source file
 * @param text the source
 * @throws Error when an `@example` tag has no block of TypeScript
 */
export function sourceExamples(file: string, text: string): Example[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const examples: Example[] = [];
  const seen = new Set<number>();

  function visit(node: ts.Node, path: readonly string[]): void {
    const name = nameOf(node, source);
    const here = name === undefined ? path : [...path, name];
    for (const comment of ts.getJSDocCommentsAndTags(node)) {
      if (!ts.isJSDoc(comment) || seen.has(comment.pos)) continue;
      seen.add(comment.pos);
      examples.push(...commentExamples(file, source, comment, here.join(".") || file));
    }
    ts.forEachChild(node, (child) => visit(child, here));
  }
  visit(source, []);
  return examples;
}

function commentExamples(file: string, source: ts.SourceFile, comment: ts.JSDoc, subject: string): Example[] {
  const firstLine = source.getLineAndCharacterOfPosition(comment.getStart(source)).line;
  const lines = source.text
    .slice(comment.getStart(source), comment.end)
    .split("\n")
    .map((line) => line.replace(/^\s*(\/\*\*|\*\/|\*) ?/, "").replace(/\s*\*\/$/, ""));
  const sections = lines.flatMap((line, index) => (/^@example\b/.test(line) ? [index] : []));

  return sections.flatMap((begin) => {
    const length = lines.slice(begin + 1).findIndex((line) => /^@[a-z]/i.test(line));
    const end = length < 0 ? lines.length : begin + 1 + length;
    const fences = typescriptFences(lines.slice(begin, end));
    if (fences.length === 0) {
      throw new Error(`${file}:${firstLine + begin + 1}: the @example of ${subject} has no block of \`\`\`ts`);
    }
    return fences.map(({ start, code }) => ({ file, line: firstLine + begin + start + 1, subject, code }));
  });
}

function nameOf(node: ts.Node, source: ts.SourceFile): string | undefined {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]?.name.getText(source);
  const declares =
    ts.isClassDeclaration(node) ||
    ts.isClassElement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeElement(node) ||
    ts.isTypeAliasDeclaration(node);
  return declares ? node.name?.getText(source) : undefined;
}
