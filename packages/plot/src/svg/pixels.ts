/** A field that gives a place along x or y in pixels, without an axis. */
interface PixelField {
  readonly field: string;
  readonly type: "quantitative";
  readonly scale: null;
  readonly axis: null;
}

/** A place along x or y that is given in pixels. */
export function pixels(field: string): PixelField {
  return { field, type: "quantitative", scale: null, axis: null };
}
