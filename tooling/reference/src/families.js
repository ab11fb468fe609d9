import { existsSync } from "node:fs";
import { join } from "node:path";
import { exportedClasses, exportsOf } from "./exportedClasses.js";

/** @typedef {import("./exportedClasses.js").ClassEntry} ClassEntry */

/**
 * Classes that belong together.
 *
 * @typedef {object} Family
 * @property {string} title
 * @property {string} packageName
 * @property {ClassEntry[]} classes
 */

/** The packages in the order in which the page lists them. */
const packages = ["containers", "layers", "lookup-table", "criterion"];

/**
 * Every class of modules and criterions by package and family: a family is a folder, and its title the comment before
 * its export in the package's index. A package without folders is one family.
 *
 * @param {string} root of the workspace
 * @returns {Family[]}
 */
export function families(root) {
  return packages
    .filter((name) => existsSync(join(root, "packages", name)))
    .flatMap((name) => {
      const index = join(root, "packages", name, "src", "index.ts");
      const packageName = `@rushlight/${name}`;
      const folders = exportsOf(index).filter(({ names }) => names === undefined);
      const own = { title: "Embeddings", packageName, classes: exportedClasses(index, root) };
      const inFolders = folders.map(({ file, title }) => {
        if (title === undefined)
          throw new Error(`${index}: expected a comment with a title before the export of ${file}`);
        return { title, packageName, classes: exportedClasses(file, root) };
      });
      return [own, ...inFolders].filter(({ classes }) => classes.length > 0);
    });
}
