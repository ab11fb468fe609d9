import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { OutputError } from "./OutputError.ts";

/**
 * Makes sure that a folder is there.
 *
 * @throws OutputError when it can not be made, or when a file has its name
 */
export function makeFolder(folder: string): void {
  attempt(folder, "the folder can not be made", () => makeLevels(resolve(folder)));
}

/**
 * Makes a folder and those it is in. Node's own recursion never ends where a file system says that the parent of a new
 * folder is not there although it is, as Linux's /proc does.
 */
function makeLevels(folder: string): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new Error("a file has this name");
    return;
  }
  makeLevels(dirname(folder));
  mkdirSync(folder);
}

/**
 * Writes files to a folder. They are complete under other names before any of them takes the place of an earlier one,
 * so a full disk leaves what was there.
 *
 * @param files contents by file name
 * @returns the paths by file name
 * @throws OutputError when one can not be written
 */
export function saveFiles<Name extends string>(
  folder: string,
  files: Readonly<Record<Name, string | Uint8Array>>,
): Readonly<Record<Name, string>>;
export function saveFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Record<string, string> {
  makeFolder(folder);
  const paths: Record<string, string> = {};
  const temporary = (name: string): string => join(folder, `.${name}.${process.pid}`);
  try {
    for (const [name, contents] of Object.entries(files)) {
      paths[name] = join(folder, name);
      attempt(paths[name], "can not be written", () => writeFileSync(temporary(name), contents));
    }
    for (const [name, path] of Object.entries(paths)) {
      attempt(path, "can not be replaced", () => renameSync(temporary(name), path));
    }
  } finally {
    for (const name of Object.keys(files)) rmSync(temporary(name), { force: true });
  }
  return paths;
}

function attempt(path: string, problem: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OutputError(`${path}: ${problem}: ${reason}`, { cause: error });
  }
}
