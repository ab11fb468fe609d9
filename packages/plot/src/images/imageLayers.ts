import { pixels } from "../svg/pixels.ts";
import type { UnitLayer } from "../svg/VegaTypes.ts";
import { GAP, type GridLayout } from "./GridLayout.ts";

/** Where the image of an index is: its left and its upper edge. */
export function place({ columns, stepX, stepY, imageWidth }: GridLayout, index: number): { x: number; y: number } {
  const left = (index % columns) * stepX;
  return { x: left + Math.floor((stepX - GAP - imageWidth) / 2), y: Math.floor(index / columns) * stepY };
}

/** Layers with images, each in a frame of its colour. */
export function imageLayers(
  uris: readonly string[],
  frames: readonly { readonly colour: string; readonly strokeWidth: number }[],
  layout: GridLayout,
): UnitLayer[] {
  const { imageWidth: width, imageHeight: height } = layout;
  const values = uris.map((uri, i) => {
    const { x, y } = place(layout, i);
    // The frame is outside the image: its line covers no pixel.
    const out = frames[i].strokeWidth / 2;
    return { uri, x, y, left: x - out, right: x + width + out, top: y - out, bottom: y + height + out, ...frames[i] };
  });
  return [
    {
      data: { values },
      mark: { type: "image", width, height, align: "left", baseline: "top", aspect: false, smooth: false },
      encoding: { x: pixels("x"), y: pixels("y"), url: { field: "uri" } },
    },
    {
      data: { values },
      mark: { type: "rect", filled: false, fill: "transparent" },
      encoding: {
        x: pixels("left"),
        x2: { field: "right" },
        y: pixels("top"),
        y2: { field: "bottom" },
        stroke: { field: "colour", type: "nominal", scale: null },
        strokeWidth: { field: "strokeWidth", type: "quantitative", scale: null },
      },
    },
  ];
}
