import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/**
 * What the lint rules need to know of a package.
 *
 * @typedef {object} Manifest
 * @property {string} [name]
 * @property {string} [packageManager]
 * @property {boolean} [private]
 * @property {Record<string, unknown>} [exports]
 * @property {Record<string, string>} [scripts]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, string>} [peerDependencies]
 */

/**
 * A package of the workspace.
 *
 * @typedef {object} WorkspacePackage
 * @property {string} folder where it is, absolute
 * @property {"packages" | "apps" | "tooling"} kind the folder of the workspace that holds it
 * @property {Manifest} manifest
 */

/** @type {readonly ("packages" | "apps" | "tooling")[]} */
const kinds = ["packages", "apps", "tooling"];

/**
 * Every package below a workspace's root.
 *
 * @param {string} root
 * @returns {WorkspacePackage[]}
 */
export function workspacePackages(root) {
  return kinds
    .filter((kind) => existsSync(join(root, kind)))
    .flatMap((kind) =>
      readdirSync(join(root, kind))
        .map((name) => join(root, kind, name))
        .filter((folder) => existsSync(join(folder, "package.json")))
        .map((folder) => ({ folder, kind, manifest: readManifest(folder) })),
    );
}

/**
 * The package that a file belongs to; none for files of the root.
 *
 * @param {string} file an absolute path
 * @param {string} root
 * @returns {WorkspacePackage | undefined}
 */
export function packageOf(file, root) {
  const [kind, name] = relative(root, file).split(sep);
  const known = kinds.find((candidate) => candidate === kind);
  if (known === undefined || name === undefined) return undefined;
  const folder = join(root, known, name);
  if (!existsSync(join(folder, "package.json"))) return undefined;
  return { folder, kind: known, manifest: readManifest(folder) };
}

/**
 * The folder that holds `pnpm-workspace.yaml`, looked for from a folder upwards.
 *
 * @param {string} from
 * @returns {string}
 */
export function workspaceRoot(from) {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "pnpm-workspace.yaml"))) return folder;
    if (folder === dirname(folder)) throw new Error(`${from} is not inside a pnpm workspace`);
  }
}

/**
 * @param {string} folder
 * @returns {Manifest}
 */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
