import { TensorDataset } from "@rushlight/data";
import type { Digits } from "./Digits.ts";

/** Digits for the library's loader, with pixels from 0 to 1. */
export function scaled({
  images,
  labels,
}: Digits): TensorDataset<"float32", "int32"> {
  return new TensorDataset(images, labels, {
    dtype: "float32",
    map: (pixel) => pixel / 255,
  });
}
