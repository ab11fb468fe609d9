/** Where the cells of a grid are, in pixels. */
export interface GridLayout {
  readonly columns: number;
  /** From the left edge of one image to that of the next. */
  readonly stepX: number;
  /** From the upper edge of one image to that of the next. */
  readonly stepY: number;
  /** The size of an image as drawn. */
  readonly imageWidth: number;
  readonly imageHeight: number;
  /** The size of the whole. */
  readonly width: number;
  readonly height: number;
}

/** What a layout is made for. */
export interface GridContent {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  /** The width of the longest text below an image, and the height of its line; 0 if there is none. */
  readonly textWidth: number;
  readonly textHeight: number;
  readonly columns: number | undefined;
  readonly zoom: number | undefined;
}

/** Between cells. */
export const GAP = 10;

/** The width that a grid is laid out for, unless it is told its columns. */
const ROOM = 680;

/** Lays images out in rows. */
export function gridLayout(content: GridContent): GridLayout {
  const { count, textWidth, textHeight } = content;
  const zoom = content.zoom ?? Math.max(1, Math.round(56 / Math.max(content.width, content.height)));
  const [imageWidth, imageHeight] = [zoom * content.width, zoom * content.height];
  const stepX = Math.ceil(Math.max(imageWidth, textWidth)) + GAP;
  const stepY = imageHeight + textHeight + GAP;
  const fitting = Math.min(10, Math.max(1, Math.floor((ROOM + GAP) / stepX)));
  const columns = Math.min(count, content.columns ?? fitting);
  const rows = Math.ceil(count / columns);
  return { columns, stepX, stepY, imageWidth, imageHeight, width: columns * stepX - GAP, height: rows * stepY - GAP };
}
