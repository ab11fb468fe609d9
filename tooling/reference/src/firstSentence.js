/**
 * The first sentence of a documentation comment, on one line, with links as the code that they name.
 *
 * @param {string} comment
 */
export function firstSentence(comment) {
  const text = comment
    .replace(/\{@link ([^}|]+?)(?:\s*\|[^}]*)?\}/g, "`$1`")
    .replace(/\s+/g, " ")
    .trim();
  const end = text.search(/(?<!e\.g|i\.e)\.(?= |$)/);
  return `${end < 0 ? text : text.slice(0, end)}.`;
}
