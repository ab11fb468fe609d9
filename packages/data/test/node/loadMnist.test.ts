import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { DataError, loadMnist } from "../../src/node/index.ts";
import { installedMnistFolder } from "../../src/node/mnistFiles.ts";
import { verifyChecksum } from "../../src/node/verifyChecksum.ts";
import { idxBytes } from "../idxBytes.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

const TRAIN_IMAGES = "train-images-idx3-ubyte";
const TRAIN_LABELS = "train-labels-idx1-ubyte";
const TEST_IMAGES = "t10k-images-idx3-ubyte";
const TEST_LABELS = "t10k-labels-idx1-ubyte";

function images(count: number, height = 28, width = 28): Uint8Array {
  return idxBytes(0x08, [count, height, width], new Uint8Array(count * height * width).fill(7));
}

function labels(...classes: number[]): Uint8Array {
  return idxBytes(0x08, [classes.length], classes);
}

/** A folder with three training images and two test images. */
function smallFolder(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, TRAIN_IMAGES), images(3));
  writeFileSync(join(folder, TRAIN_LABELS), labels(0, 9, 4));
  writeFileSync(join(folder, TEST_IMAGES), images(2));
  writeFileSync(join(folder, TEST_LABELS), labels(1, 2));
  return folder;
}

function messageOf(folder: string): string {
  try {
    loadMnist({ folder });
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    expect(error.message).not.toContain("\n");
    return error.message;
  }
  throw new Error("loadMnist read the folder");
}

describe("loadMnist from the npm package", () => {
  const mnist = loadMnist();

  it("has 60,000 images to train with and 10,000 to test with", () => {
    expect(mnist.train.images.size()).toEqual([60_000, 28, 28]);
    expect(mnist.train.labels.size()).toEqual([60_000]);
    expect(mnist.test.images.size()).toEqual([10_000, 28, 28]);
    expect(mnist.test.labels.size()).toEqual([10_000]);
    expect([mnist.train.images.dtype, mnist.train.labels.dtype]).toEqual(["uint8", "int32"]);
  });

  it("begins with the digits that everybody knows", () => {
    expect(mnist.train.labels.narrow(0, 0, 10).toArray()).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
    expect(mnist.test.labels.narrow(0, 0, 5).toArray()).toEqual([7, 2, 1, 0, 4]);
  });

  it("has as many of each class as its authors counted", () => {
    const counts = new Array<number>(10).fill(0);
    for (const label of mnist.train.labels.data) counts[label]++;
    expect(counts).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
  });

  it("has a mean pixel of 0.1307 and a standard deviation of 0.3081 on a scale to 1", () => {
    let sum = 0;
    let squares = 0;
    const { data } = mnist.train.images;
    for (let i = 0; i < data.length; i++) {
      sum += data[i];
      squares += data[i] * data[i];
    }
    const mean = sum / data.length;
    expect(mean / 255).toBeCloseTo(0.1307, 4);
    expect(Math.sqrt(squares / data.length - mean * mean) / 255).toBeCloseTo(0.3081, 4);
  });

  it("refuses a file whose check sum is not that of MNIST", () => {
    expect(() => verifyChecksum("the/file", new Uint8Array(3), "6bbc9ace898e44ae57da46a324031adb")).toThrow(
      new DataError(
        "the/file: damaged: expected the MD5 6bbc9ace898e44ae57da46a324031adb, got 693e9af84d3dfcc71e640e005bdc5e2e",
      ),
    );
  });
});

describe("loadMnist from a folder", () => {
  it("reads the four files under their usual names, without asking for MNIST's check sums", () => {
    const { train, test } = loadMnist({ folder: smallFolder() });
    expect(train.images.size()).toEqual([3, 28, 28]);
    expect(train.images.get(2, 27, 27)).toBe(7);
    expect(train.labels.toArray()).toEqual([0, 9, 4]);
    expect(test.images.size()).toEqual([2, 28, 28]);
    expect(test.labels.toArray()).toEqual([1, 2]);
  });

  it("reads compressed files, and names with a dot before idx", () => {
    const folder = smallFolder();
    rmSync(join(folder, TRAIN_IMAGES));
    writeFileSync(join(folder, `${TRAIN_IMAGES}.gz`), gzipSync(images(3)));
    renameSync(join(folder, TRAIN_LABELS), join(folder, "train-labels.idx1-ubyte"));
    rmSync(join(folder, TEST_LABELS));
    writeFileSync(join(folder, "t10k-labels.idx1-ubyte.gz"), gzipSync(labels(1, 2)));
    const { train, test } = loadMnist({ folder });
    expect(train.labels.toArray()).toEqual([0, 9, 4]);
    expect(test.labels.toArray()).toEqual([1, 2]);
  });

  it("reads the files of the npm package as a folder of the user", () => {
    const folder = temporaryFolder();
    for (const name of [TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS]) {
      copyFileSync(join(installedMnistFolder(), name), join(folder, name));
    }
    expect(loadMnist({ folder }).train.images.size(0)).toBe(60_000);
  });

  it("lists all missing files at once", () => {
    const folder = smallFolder();
    rmSync(join(folder, TRAIN_LABELS));
    rmSync(join(folder, TEST_IMAGES));
    expect(messageOf(folder)).toBe(
      `${folder}: missing ${TRAIN_LABELS}, ${TEST_IMAGES} (plain, or compressed with the ending .gz)`,
    );
  });

  it("says that there is no such folder", () => {
    const folder = join(temporaryFolder(), "elsewhere");
    expect(messageOf(folder)).toBe(`${folder}: no such folder`);
    const file = join(smallFolder(), TRAIN_LABELS);
    expect(messageOf(file)).toBe(`${file}: no such folder`);
  });

  it("says when a folder has the name of a file", () => {
    const folder = smallFolder();
    rmSync(join(folder, TEST_LABELS));
    mkdirSync(join(folder, TEST_LABELS));
    expect(messageOf(folder)).toBe(`${join(folder, TEST_LABELS)}: expected a file, got a folder`);
  });

  it.each([
    [
      "images of another size",
      TRAIN_IMAGES,
      images(3, 28, 27),
      "expected images [N, 28, 28] of uint8, got [3, 28, 27] of uint8",
    ],
    ["images of two dimensions", TEST_IMAGES, labels(1), "expected images [N, 28, 28] of uint8, got [1] of uint8"],
    [
      "images of another element type",
      TEST_IMAGES,
      idxBytes(0x09, [1, 28, 28], new Uint8Array(784)),
      "expected images [N, 28, 28] of uint8, got [1, 28, 28] of int8",
    ],
    ["labels of three dimensions", TEST_LABELS, images(2), "expected labels [N] of uint8, got [2, 28, 28] of uint8"],
    ["a label beyond the classes", TRAIN_LABELS, labels(0, 10, 4), "expected labels from 0 to 9, got 10 at 1"],
    [
      "fewer labels than images",
      TRAIN_LABELS,
      labels(0, 1),
      "expected a label for each of the 3 images in train-images-idx3-ubyte, got 2",
    ],
    [
      "a truncated file",
      TEST_IMAGES,
      images(2).subarray(0, 1000),
      "truncated: expected 1584 bytes for the sizes [2, 28, 28] in its header, got 1000",
    ],
  ])("refuses %s and names the file", (_, name, bytes, message) => {
    const folder = smallFolder();
    writeFileSync(join(folder, name), bytes);
    expect(messageOf(folder)).toBe(`${join(folder, name)}: ${message}`);
  });
});
