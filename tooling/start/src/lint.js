import { relative } from "node:path";

/**
 * Deals folders into as many hands: those that follow one another, as large packages do, into different ones.
 *
 * @param {readonly string[]} folders
 * @param {number} hands
 * @returns {string[][]}
 */
function dealt(folders, hands) {
  return Array.from({ length: hands }, (_, hand) => folders.filter((_, i) => i % hands === hand));
}

/**
 * What ESLint is told to look at, in parts: the type information of the whole workspace does not fit into the memory that
 * Node gives one process.
 *
 * @param {string} root the folder of the workspace
 * @param {readonly string[]} folders those of its packages
 * @param {number} parts
 * @returns {string[][]} paths from the workspace; its own files are in the first part
 */
export function lintParts(root, folders, parts) {
  const [first, ...others] = dealt(
    folders.map((folder) => relative(root, folder)),
    parts,
  );
  return [["*.js", ...first], ...others];
}
