import { ArgumentError, shown } from "@rushlight/tensor";

/** The largest side of a chart. */
const LIMIT = 10_000;

/** Checks a width and a height, in pixels, where they are given. */
export function checkExtents(owner: string, { width, height }: { width?: number; height?: number }): void {
  for (const [name, extent] of Object.entries({ width, height })) {
    if (extent !== undefined && !(Number.isFinite(extent) && extent >= 20 && extent <= LIMIT)) {
      throw new ArgumentError(
        `${owner}: ${name}: expected a number of pixels from 20 to ${LIMIT}, got ${shown(extent)}`,
      );
    }
  }
}
