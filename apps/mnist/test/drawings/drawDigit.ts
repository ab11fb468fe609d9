import sharp from "sharp";
import type { Drawing, Stroke } from "./hands.ts";

/** The width and the height of a drawing. */
const SIZE = 280;

/** Colours that SVG knows. */
export interface Colours {
  readonly ink: string;
  /** None for a transparent background. */
  readonly paper?: string;
}

/** A drawing as SVG: every part a smooth curve through its points. */
export function drawingSvg({ brush, offset = [0, 0], strokes }: Drawing, { ink, paper = "none" }: Colours): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}">
<rect width="${SIZE}" height="${SIZE}" fill="${paper}"/>
<path transform="translate(${offset.join(" ")})" d="${strokes.map(pathOf).join(" ")}" fill="none" stroke="${ink}" stroke-width="${brush}" stroke-linecap="round" stroke-linejoin="round"/>
</svg>`;
}

/** A drawing as a small grey PNG. */
export async function drawDigit(drawing: Drawing, colours: Colours): Promise<Uint8Array> {
  return sharp(Buffer.from(drawingSvg(drawing, colours)))
    .grayscale()
    .png({ compressionLevel: 9, palette: true, colours: 16, dither: 0 })
    .toBuffer();
}

function pathOf(stroke: Stroke): string {
  const [[[x, y]]] = stroke;
  return `M ${x} ${y} ${stroke.map(curveOf).join(" ")}`;
}

/** Cubic curves from point to point, in each of them in the direction from its neighbour before to the one behind. */
function curveOf(points: Stroke[number]): string {
  const at = (i: number): readonly [number, number] => points[Math.min(Math.max(i, 0), points.length - 1)];
  const curves: string[] = [];
  for (let i = 0; i < points.length - 1; i++) {
    const controls = [0, 1].map((d) => [
      at(i)[d] + (at(i + 1)[d] - at(i - 1)[d]) / 6,
      at(i + 1)[d] - (at(i + 2)[d] - at(i)[d]) / 6,
    ]);
    const [[x1, x2], [y1, y2]] = controls.map((pair) => pair.map((value) => value.toFixed(1)));
    curves.push(`C ${x1} ${y1} ${x2} ${y2} ${at(i + 1).join(" ")}`);
  }
  return curves.join(" ");
}
