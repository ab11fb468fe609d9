import { ArgumentError, shown } from "@rushlight/tensor";

/** The largest side of a chart. */
const LIMIT = 10_000;

/** Checks a width or height, in pixels. */
export function checkExtent(owner: string, extent: number): void {
  if (!(Number.isFinite(extent) && extent >= 20 && extent <= LIMIT)) {
    throw new ArgumentError(`${owner}: expected a number of pixels from 20 to ${LIMIT}, got ${shown(extent)}`);
  }
}
