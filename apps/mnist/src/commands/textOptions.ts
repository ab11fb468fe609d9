import type { OutputStream } from "@rushlight/command-line";

/** The width that texts are laid out for. */
const WIDTH = 80;

/** How to draw in text on a stream. */
export function textOptions(stream: OutputStream): { readonly columns: number; readonly colours: boolean } {
  return { columns: Math.min(stream.columns ?? WIDTH, WIDTH), colours: stream.hasColors?.() ?? false };
}
