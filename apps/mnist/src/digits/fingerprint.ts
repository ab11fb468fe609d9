import { createHash } from "node:crypto";
import type { LabelledImages } from "@rushlight/data/node";

/** A short text that differs for other digits. */
export function fingerprint({ images, labels }: LabelledImages): string {
  const hash = createHash("sha256");
  for (const tensor of [images, labels]) {
    const { data } = tensor.contiguous();
    hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  return hash.digest("hex").slice(0, 16);
}
