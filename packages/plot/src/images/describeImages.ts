import type { ImageBatch } from "./ImageBatch.ts";
import type { Caption } from "./textLayers.ts";

/** The most mistakes that a description lists. */
const LISTED = 10;

/** What a grid of images shows, in words. */
export function describeImages({ count, height, width }: ImageBatch, captions: readonly Caption[]): string {
  const images = `${count} ${count === 1 ? "image" : "images"} of ${height} x ${width}.`;
  if (captions.length === 0) return images;
  const right = captions.filter((caption) => caption.right === true).length;
  const wrong = captions.filter((caption) => caption.right === false).map(({ text }) => text);
  if (right + wrong.length === 0) return `${images} Labels: ${captions.map(({ text }) => text).join(", ")}.`;
  const verdict = `${right} ${right === 1 ? "prediction is" : "predictions are"} right`;
  if (wrong.length === 0) return `${images} ${verdict}.`;
  const listed = wrong.slice(0, LISTED).join("; ") + (wrong.length > LISTED ? "; ..." : "");
  return `${images} ${verdict}, ${wrong.length} ${wrong.length === 1 ? "is" : "are"} wrong: ${listed}.`;
}
