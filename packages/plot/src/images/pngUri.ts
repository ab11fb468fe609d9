import { encode } from "fast-png";
import type { Bitmap } from "./Bitmap.ts";
import { base64 } from "./base64.ts";

/** A PNG file in an address, which needs no file and no network. */
export function pngUri(bitmap: Bitmap): string {
  return `data:image/png;base64,${base64(encode({ ...bitmap, depth: 8 }))}`;
}
