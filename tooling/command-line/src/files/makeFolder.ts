import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { attempt } from "./attempt.ts";

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
  if (isFolder(folder)) return;
  makeLevels(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another program may have made it in the meantime.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  if (!existsSync(path)) return false;
  if (!statSync(path).isDirectory()) throw new Error("a file has this name");
  return true;
}
