import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { firstSentence } from "./firstSentence.js";

/**
 * A class with what its documentation says first.
 *
 * @typedef {object} ClassEntry
 * @property {string} name
 * @property {string} summary
 * @property {string} file from the root of the workspace
 * @property {boolean} hasExample whether its documentation has an example, which runs as a test of its package
 */

/**
 * Every class that a module exports, but errors, from the files that it names, in the order in which it names them.
 *
 * @param {string} index the module
 * @param {string} root of the workspace
 * @returns {ClassEntry[]}
 */
export function exportedClasses(index, root) {
  return exportsOf(index).flatMap(({ file, names }) => {
    const wanted = names ?? [];
    return parse(file)
      .statements.filter(ts.isClassDeclaration)
      .flatMap((declaration) => {
        const name = declaration.name?.text;
        if (name === undefined || !wanted.includes(name) || isError(declaration)) return [];
        const hasExample = ts.getJSDocTags(declaration).some((tag) => tag.tagName.text === "example");
        const path = relative(root, file).replaceAll("\\", "/");
        return [{ name, summary: summaryOf(declaration, file), file: path, hasExample }];
      });
  });
}

/**
 * What a module exports from other files.
 *
 * @param {string} index
 * @returns {{ file: string, names: string[] | undefined, title: string | undefined }[]} the names, or none for all of a
 *   file; the comment before the export
 */
export function exportsOf(index) {
  const source = parse(index);
  return source.statements.filter(ts.isExportDeclaration).flatMap((statement) => {
    const from = statement.moduleSpecifier;
    if (from === undefined || !ts.isStringLiteral(from)) return [];
    const clause = statement.exportClause;
    const names =
      clause !== undefined && ts.isNamedExports(clause)
        ? clause.elements.map((element) => element.name.text)
        : undefined;
    const comments = ts.getLeadingCommentRanges(source.text, statement.pos) ?? [];
    const last = comments.at(-1);
    const title = last && source.text.slice(last.pos, last.end).replace(/^\/\/\s*/, "");
    return [{ file: join(dirname(index), from.text), names, title }];
  });
}

/** @param {ts.ClassDeclaration} declaration */
function isError(declaration) {
  return (declaration.heritageClauses ?? []).some((clause) =>
    clause.types.some((type) => ts.isIdentifier(type.expression) && type.expression.text.endsWith("Error")),
  );
}

/**
 * @param {ts.ClassDeclaration} declaration
 * @param {string} file
 */
function summaryOf(declaration, file) {
  const comment = ts.getJSDocCommentsAndTags(declaration).find(ts.isJSDoc)?.comment;
  const text = typeof comment === "string" ? comment : ts.getTextOfJSDocComment(comment);
  if (text === undefined) throw new Error(`${file}: the class ${declaration.name?.text} has no documentation`);
  return firstSentence(text);
}

/** @param {string} file */
function parse(file) {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}
