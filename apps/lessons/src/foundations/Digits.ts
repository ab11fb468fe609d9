import type { Dataset } from "@rushlight/data";
import type { Tensor } from "@rushlight/tensor";

/** An image and the digit that it shows. */
export interface Digit {
  /** `[784]`: brightness from 0 to 255. */
  readonly input: Tensor<"uint8">;
  readonly target: number;
}

/** A dataset is a length, and a sample for each index below it. */
export class Digits implements Dataset<Digit> {
  /** `[N, 784]` */
  readonly images: Tensor<"uint8">;
  /** `[N]` */
  readonly labels: Tensor<"int32">;
  readonly length: number;

  constructor(images: Tensor<"uint8">, labels: Tensor<"int32">) {
    this.images = images;
    this.labels = labels;
    this.length = images.size(0);
  }

  /** Sample `index`, from 0. */
  get(index: number): Digit {
    return {
      input: this.images.select(0, index),
      target: this.labels.get(index),
    };
  }
}
