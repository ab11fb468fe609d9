import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { attempt } from "./attempt.ts";
import { makeFolder } from "./makeFolder.ts";

/**
 * Writes files to a folder. They are complete, and on the disk, under other names before any of them takes the place of an
 * earlier one: a full disk leaves what was there, and so does a program that is killed.
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
  removeLeftovers(folder, Object.keys(files));
  const paths: Record<string, string> = {};
  const temporary = (name: string): string => join(folder, `.${name}.${process.pid}`);
  try {
    for (const [name, contents] of Object.entries(files)) {
      paths[name] = join(folder, name);
      attempt(paths[name], "can not be written", () => writeThrough(temporary(name), contents));
    }
    for (const [name, path] of Object.entries(paths)) {
      attempt(path, "can not be replaced", () => renameSync(temporary(name), path));
    }
  } finally {
    for (const name of Object.keys(files)) rmSync(temporary(name), { force: true });
  }
  return paths;
}

/**
 * Writes one file, as {@link saveFiles} does.
 *
 * @throws OutputError when it can not be written
 */
export function saveFile(path: string, contents: string | Uint8Array): void {
  saveFiles(dirname(path), { [basename(path)]: contents });
}

/** Removes what programs that were killed had begun to write. */
function removeLeftovers(folder: string, names: readonly string[]): void {
  for (const entry of readdirSync(folder)) {
    const [, name, writer] = /^\.(.+)\.(\d+)$/.exec(entry) ?? [];
    if (names.includes(name) && !isRunning(Number(writer))) rmSync(join(folder, entry), { force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // Another user's program is one that may not be asked.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Writes a file and waits until the disk has it. */
function writeThrough(path: string, contents: string | Uint8Array): void {
  const file = openSync(path, "w");
  try {
    writeFileSync(file, contents);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
