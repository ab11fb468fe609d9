import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { environment, packageFolders, readManifest, root } from "./workspace.js";

/**
 * Whether the libraries that a workspace's lock file names are in place.
 *
 * @param {string} workspace
 * @returns {boolean}
 */
export function isInstalled(workspace) {
  const installed = join(workspace, "node_modules", ".pnpm", "lock.yaml");
  if (!existsSync(installed)) return false;
  if (!readFileSync(installed).equals(readFileSync(join(workspace, "pnpm-lock.yaml")))) return false;
  return packageFolders(workspace).every((folder) => {
    const { dependencies, devDependencies } = readManifest(folder);
    return Object.keys({ ...dependencies, ...devDependencies }).every((name) =>
      existsSync(join(folder, "node_modules", name)),
    );
  });
}

/**
 * Installs the libraries that the lock file names, with the pnpm that `package.json` pins; returns at once when they
 * are in place. Everything it has to say goes to standard error. Ends the process when it fails.
 */
export function install() {
  if (isInstalled(root)) return;
  const pinned = readManifest(root).packageManager ?? "pnpm";
  console.error(`Installing the libraries (${pinned}) ...`);
  const pnpm = ["pnpm", "install", "--frozen-lockfile", "--reporter=append-only"];
  const { status, error } = spawnSync("npm", ["exec", "--yes", `--package=${pinned}`, "--", ...pnpm], {
    cwd: root,
    env: environment,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  console.error(error === undefined ? "The installation failed." : `The installation failed: ${error.message}`);
  process.exit(1);
}
