import type { Bitmap } from "../images/Bitmap.ts";
import type { TextStyle } from "./TextStyle.ts";

/** From black to white, for terminals without colours. */
const SHADES = " .:-=+*#%@";

/** Steps of the cube of colours among the 256 of a terminal. */
const CUBE = [0, 95, 135, 175, 215, 255];

/**
 * A picture as lines of text, two rows of pixels in each: half blocks in 256 colours, or characters from light to dense.
 * Pixels are as wide as a character, so that they come out about square.
 */
export function pictureLines(bitmap: Bitmap, { colours, unicode }: TextStyle): string[] {
  const { width, height } = bitmap;
  return Array.from({ length: Math.ceil(height / 2) }, (_, line) => {
    const pairs = Array.from({ length: width }, (_, x) => {
      const upper = pixel(bitmap, x, 2 * line);
      return [upper, 2 * line + 1 < height ? pixel(bitmap, x, 2 * line + 1) : undefined] as const;
    });
    return colours
      ? colouredLine(pairs, unicode)
      : pairs.map(([upper, lower = upper]) => shade(mean(upper, lower))).join("");
  });
}

/** Half blocks, whose upper half has the colour of the text and whose lower half that behind it; or spaces before one colour. */
function colouredLine(pairs: readonly (readonly [Pixel, Pixel | undefined])[], unicode: boolean): string {
  let [before, text] = ["", ""];
  for (const [upper, lower] of pairs) {
    const codes = unicode
      ? `${lower === undefined ? "49" : `48;5;${terminalColour(lower)}`};38;5;${terminalColour(upper)}`
      : `48;5;${terminalColour(mean(upper, lower ?? upper))}`;
    text += (codes === before ? "" : `\u001b[${codes}m`) + (unicode ? "▀" : " ");
    before = codes;
  }
  return `${text}\u001b[39;49m`;
}

type Pixel = readonly [number, number, number];

function pixel({ width, channels, data }: Bitmap, x: number, y: number): Pixel {
  const at = (y * width + x) * channels;
  return channels === 1 ? [data[at], data[at], data[at]] : [data[at], data[at + 1], data[at + 2]];
}

function mean(a: Pixel, b: Pixel): Pixel {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
}

function shade([red, green, blue]: Pixel): string {
  const share = (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
  return SHADES[Math.round(share * (SHADES.length - 1))] ?? " ";
}

/** The nearest of the 256 colours: of greys there are 24 more than in the cube. */
function terminalColour([red, green, blue]: Pixel): number {
  if (red === green && green === blue) {
    if (red < 4) return 16;
    if (red > 246) return 231;
    return 232 + Math.min(23, Math.max(0, Math.round((red - 8) / 10)));
  }
  const [r, g, b] = [red, green, blue].map(nearestStep);
  return 16 + 36 * r + 6 * g + b;
}

function nearestStep(value: number): number {
  return CUBE.reduce((best, step, i) => (Math.abs(step - value) < Math.abs(CUBE[best] - value) ? i : best), 0);
}
