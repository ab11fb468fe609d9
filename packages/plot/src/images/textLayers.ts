import { interWidth, textRoom } from "../svg/interWidths.ts";
import { pixels } from "../svg/pixels.ts";
import type { UnitLayer } from "../svg/VegaTypes.ts";
import type { Theme } from "../themes/Theme.ts";
import { GAP, type GridLayout } from "./GridLayout.ts";
import { place } from "./imageLayers.ts";

/** What stands below an image. */
export interface Caption {
  readonly text: string;
  /** Whether a prediction is right; undefined where there is nothing to compare. */
  readonly right?: boolean;
}

const SIZE = 12;
/** The room of a sign before the text. */
const SIGN = 13;

const TICK = "M-0.9,0L-0.25,0.7L0.9,-0.7";
const CROSS = "M-0.75,-0.75L0.75,0.75M-0.75,0.75L0.75,-0.75";

/** The width that a caption takes. */
function captionWidth({ text, right }: Caption): number {
  return interWidth(text, SIZE, false) + (right === undefined ? 0 : SIGN);
}

/** The width that a caption needs: in a wider font it may reach into the gap beside it, but not across. */
function captionRoom(caption: Caption): number {
  const wider = textRoom(caption.text, SIZE, false) - interWidth(caption.text, SIZE, false);
  return captionWidth(caption) + Math.max(0, wider - 0.8 * GAP);
}

/** The room that captions take below images. */
export function captionSpace(captions: readonly Caption[]): { textWidth: number; textHeight: number } {
  const textWidth = captions.reduce((most, caption) => Math.max(most, captionRoom(caption)), 0);
  return { textWidth, textHeight: captions.length === 0 ? 0 : 22 };
}

/** The colour of what is right, wrong, or neither. */
export function verdictColour(theme: Theme, right: boolean | undefined, neither: string): string {
  return right === undefined ? neither : right ? theme.right : theme.wrong;
}

/** Layers with the text below images, and a tick or a cross before it; none without captions. */
export function textLayers(captions: readonly Caption[], layout: GridLayout, theme: Theme): UnitLayer[] {
  if (captions.length === 0) return [];
  const values = captions.map((caption, i) => {
    const { x, y } = place(layout, i);
    const left = x + layout.imageWidth / 2 - captionWidth(caption) / 2;
    const { text, right } = caption;
    const sign = right === undefined ? undefined : right ? TICK : CROSS;
    const colour = verdictColour(theme, right, theme.text);
    const textX = left + (right === undefined ? 0 : SIGN);
    return { text, sign, colour, signX: left + 4, textX, y: y + layout.imageHeight + 12 };
  });
  const colour = { field: "colour", type: "nominal", scale: null } as const;
  const signed = values.filter(({ sign }) => sign !== undefined);
  const text: UnitLayer = {
    data: { values },
    mark: { type: "text", align: "left", baseline: "middle", fontSize: SIZE, limit: 0 },
    encoding: { x: pixels("textX"), y: pixels("y"), text: { field: "text", type: "nominal" }, color: colour },
  };
  if (signed.length === 0) return [text];
  const signs: UnitLayer = {
    data: { values: signed },
    mark: { type: "point", filled: false, strokeWidth: 2, size: 40, opacity: 1 },
    encoding: {
      x: pixels("signX"),
      y: pixels("y"),
      shape: { field: "sign", type: "nominal", scale: null },
      stroke: colour,
    },
  };
  return [text, signs];
}
