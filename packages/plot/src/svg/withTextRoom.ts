import { textRoom } from "./interWidths.ts";

// Vega has it for those who bring their own measure, and its declarations leave it out.
declare module "vega" {
  const textMetrics: TextMetrics;
}

/** What Vega has to measure text with, shared by all charts that it draws. */
interface TextMetrics {
  width: (item: TextItem, text?: string) => number;
}

interface TextItem {
  readonly text?: string | number;
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
}

let drawing = 0;
let before: TextMetrics["width"] | undefined;

/**
 * Draws while Vega measures text by the room that it needs in Inter or what a reader has in its stead. Its own measure is put back when the last drawing is done, so
 * that other charts of the program are as they were.
 */
export async function withTextRoom<T>(textMetrics: TextMetrics, draw: () => Promise<T>): Promise<T> {
  if (drawing++ === 0) {
    before = textMetrics.width;
    textMetrics.width = measured;
  }
  try {
    return await draw();
  } finally {
    if (--drawing === 0 && before !== undefined) textMetrics.width = before;
  }
}

function measured(item: TextItem, text: string | number | undefined = item.text): number {
  const weight = item.fontWeight ?? 400;
  return textRoom(String(text ?? "").trim(), item.fontSize ?? 11, weight === "bold" || Number(weight) >= 600);
}
