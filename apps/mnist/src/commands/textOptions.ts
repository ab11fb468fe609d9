import type { OutputStream } from "@rushlight/command-line";

/** The width that texts are laid out for. */
const WIDTH = 80;

/** The least width that there is a drawing for: on a narrower terminal its lines wrap. */
const NARROWEST = 20;

/** How to draw in text on a stream. A terminal that says it has 0 columns does not know how many it has. */
export function textOptions(stream: Pick<OutputStream, "columns" | "hasColors">): {
  readonly columns: number;
  readonly colours: boolean;
} {
  const { columns = 0 } = stream;
  const width = columns === 0 ? WIDTH : Math.max(NARROWEST, Math.min(columns, WIDTH));
  return { columns: width, colours: stream.hasColors?.() ?? false };
}
