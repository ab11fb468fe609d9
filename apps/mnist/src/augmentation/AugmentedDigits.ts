import { type Batch, type BatchedDataset, type Collate, type Sample, TensorDataset } from "@rushlight/data";
import { DTypeError, formatSize, ShapeError, Tensor } from "@rushlight/tensor";
import { PIXELS } from "../digits/digits.ts";
import { Distorter } from "./Distorter.ts";
import { checkDistortions, type Distortions } from "./Distortions.ts";

type Digits = TensorDataset<"float32", "int32">;

/**
 * The digits of a dataset, distorted anew each time they are asked for: as many other hands wrote them. Six numbers are
 * drawn from the default generator for each digit.
 */
export class AugmentedDigits implements BatchedDataset<Sample, Batch<"float32", "int32">> {
  readonly length: number;
  private readonly dataset: Digits;
  private readonly images: Tensor<"uint8">;
  private readonly ranges: Required<Distortions>;

  /**
   * @param dataset of images of 28 × 28 bytes, `[784]` or `[1, 28, 28]`, as `digitDataset` makes it
   * @throws DTypeError when the images are no bytes
   * @throws ShapeError when they have another size
   * @throws ArgumentError when a range is not a number, below 0 or far too large
   */
  constructor(dataset: Digits, distortions: Distortions = {}) {
    this.ranges = checkDistortions("AugmentedDigits", distortions);
    this.images = digitsOf(dataset);
    this.dataset = dataset;
    this.length = dataset.length;
  }

  /**
   * One digit, distorted.
   *
   * @throws IndexError unless `index` is from 0 to `length` − 1
   */
  get(index: number): Sample {
    const { target } = this.dataset.get(index);
    const { input } = this.collate(1)(Int32Array.of(index));
    return { input: input.select(0, 0), target };
  }

  /** Batches of the dataset, with distorted images. */
  collate(capacity: number): Collate<Batch<"float32", "int32">> {
    const { images } = this;
    const { targets, inputOptions } = this.dataset;
    const distorter = new Distorter(this.ranges);
    const distorted = new Tensor([capacity, ...images.size().slice(1)], { dtype: "uint8" });
    const labels = new Tensor([capacity], { dtype: "int32" });
    // It turns the bytes into what the network sees, as the dataset does with its own.
    const fill = new TensorDataset(distorted, labels, inputOptions).collate(capacity);
    const rows = Int32Array.from({ length: capacity }, (_, row) => row);
    return (indices) => {
      const source = images.data;
      const target = distorted.data;
      const classes = targets.data;
      const chosen = labels.data;
      for (let row = 0; row < indices.length; row++) {
        distorter.distort(source, indices[row] * PIXELS, target, row * PIXELS);
        chosen[row] = classes[indices[row]];
      }
      return fill(rows.subarray(0, indices.length));
    };
  }
}

/** The bytes of the images. */
function digitsOf({ inputs }: Digits): Tensor<"uint8"> {
  if (inputs.dtype !== "uint8") throw new DTypeError(`AugmentedDigits: expected images of uint8, got ${inputs.dtype}`);
  if (inputs.nElement() === inputs.size(0) * PIXELS) return inputs.to("uint8");
  throw new ShapeError(`AugmentedDigits: expected images of 28 x 28 pixels, got ${formatSize(inputs.size().slice(1))}`);
}
