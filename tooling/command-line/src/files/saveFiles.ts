import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { attempt } from "./attempt.ts";
import { makeFolder } from "./makeFolder.ts";

/**
 * Writes files to a folder. They are complete, and on the disk, under other names before any of them takes the place of an
 * earlier one: a full disk leaves what was there, and so does a program that is killed. An earlier file hands down its
 * permissions, and one that is reached through a link is replaced where it is.
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
  const paths = Object.fromEntries(Object.keys(files).map((name) => [name, join(folder, name)]));
  const destinations = Object.entries(paths).map(([name, path]) => ({
    ...attempt(path, "can not be replaced", () => destinationOf(path)),
    contents: files[name],
  }));
  try {
    for (const { path, temporary, contents, mode } of destinations) {
      attempt(path, "can not be written", () => writeThrough(temporary, contents, mode));
    }
    for (const { path, place, temporary } of destinations) {
      attempt(path, "can not be replaced", () => renameSync(temporary, place));
    }
  } finally {
    for (const { temporary } of destinations) rmSync(temporary, { force: true });
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

/** Where a file goes. */
interface Destination {
  /** What the caller calls it. */
  readonly path: string;
  /** Where it is in the end: elsewhere when the path is a link. */
  readonly place: string;
  /** What it is called until it is complete. */
  readonly temporary: string;
  /** The permissions of the file that it replaces. */
  readonly mode: number | undefined;
}

function destinationOf(path: string): Destination {
  const place = existsSync(path) ? realpathSync(path) : path;
  const earlier = statSync(place, { throwIfNoEntry: false });
  // A folder, or a device: /dev/null has to stay one.
  if (earlier?.isFile() === false) throw new Error("it is not a file");
  removeLeftovers(dirname(place), basename(place));
  const temporary = join(dirname(place), `.${basename(place)}.${process.pid}`);
  return { path, place, temporary, mode: earlier?.mode };
}

/** Removes what programs that were killed had begun to write. */
function removeLeftovers(folder: string, name: string): void {
  for (const entry of existsSync(folder) ? readdirSync(folder) : []) {
    const [, begun, writer] = /^\.(.+)\.(\d+)$/.exec(entry) ?? [];
    if (begun === name && !isRunning(Number(writer))) rmSync(join(folder, entry), { force: true });
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
function writeThrough(path: string, contents: string | Uint8Array, mode: number | undefined): void {
  const file = openSync(path, "w");
  try {
    if (mode !== undefined) fchmodSync(file, mode);
    writeFileSync(file, contents);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
