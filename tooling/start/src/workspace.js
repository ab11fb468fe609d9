import { readdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the workspace. */
export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/**
 * The environment for the tools: those of the workspace come first on the path, and none of them phones home.
 *
 * @type {NodeJS.ProcessEnv}
 */
export const environment = {
  ...process.env,
  PATH: [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
};

/** Turborepo, to be run by Node. */
export const turbo = join(root, "node_modules", "turbo", "bin", "turbo");

/** pnpm, to be run by Node. */
export const pnpm = join(root, "node_modules", "pnpm", "bin", "pnpm.cjs");

/**
 * What a `package.json` says, as far as the commands look.
 *
 * @typedef {object} Manifest
 * @property {string} [name]
 * @property {string} [version]
 * @property {string} [packageManager]
 * @property {boolean} [private]
 * @property {Record<string, string>} [scripts]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 */

/**
 * @param {string} folder
 * @returns {Manifest}
 */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/**
 * The folders of every package of a workspace.
 *
 * @param {string} workspace
 * @returns {string[]}
 */
export function packageFolders(workspace) {
  return readdirSync(workspace, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && ["packages", "apps", "tooling"].includes(entry.name))
    .flatMap((kind) =>
      readdirSync(join(workspace, kind.name), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(workspace, kind.name, entry.name)),
    )
    .filter((folder) => readdirSync(folder).includes("package.json"));
}
