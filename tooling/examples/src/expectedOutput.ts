import ts from "typescript";

/**
 * The output that the comments of an example promise, line by line.
 *
 * The promise of a `console.log` is the comment behind it on its line, else the comment lines right below it. When it
 * has neither, the statement around it, a loop say, is looked at in the same way.
 *
 * @param code the example
 * @throws Error when a `console.log` has no promise
 */
export function expectedOutput(code: string): string[] {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  const promises = new Map<number, readonly string[]>();

  function visit(node: ts.Node): void {
    if (isLog(node)) {
      const promise = promiseOf(node, source);
      if (promise === undefined) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        throw new Error(`no comment says what line ${line + 1} prints: ${node.getText(source)}`);
      }
      promises.set(promise.position, promise.lines);
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return [...promises].sort(([a], [b]) => a - b).flatMap(([, lines]) => lines);
}

interface Promised {
  /** Where in the example the comment begins. */
  readonly position: number;
  readonly lines: readonly string[];
}

function isLog(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.expression.getText() === "console" &&
    node.expression.name.text === "log"
  );
}

function promiseOf(log: ts.Node, source: ts.SourceFile): Promised | undefined {
  for (let node = log; !ts.isSourceFile(node); node = node.parent) {
    if (!ts.isStatement(node)) continue;
    const promise = commentBehind(node, source) ?? commentBelow(node, source);
    if (promise !== undefined) return promise;
  }
  return undefined;
}

function commentBehind(statement: ts.Statement, source: ts.SourceFile): Promised | undefined {
  const comment = ts.getTrailingCommentRanges(source.text, statement.end)?.find(isLineComment);
  return comment && { position: comment.pos, lines: [textOf(comment, source)] };
}

function commentBelow(statement: ts.Statement, source: ts.SourceFile): Promised | undefined {
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
  const endOfLine = source.text.indexOf("\n", statement.end);
  if (endOfLine < 0 || source.text.slice(statement.end, endOfLine).trim() !== "") return undefined;
  const following = ts.getLeadingCommentRanges(source.text, endOfLine)?.filter(isLineComment) ?? [];
  const below = following.filter((comment, index) => lineOf(comment.pos) === lineOf(statement.end) + 1 + index);
  const first = below[0];
  return first && { position: first.pos, lines: below.map((comment) => textOf(comment, source)) };
}

function isLineComment(comment: ts.CommentRange): boolean {
  return comment.kind === ts.SyntaxKind.SingleLineCommentTrivia;
}

function textOf(comment: ts.CommentRange, source: ts.SourceFile): string {
  return source.text
    .slice(comment.pos, comment.end)
    .replace(/^\/\/ ?/, "")
    .trimEnd();
}
