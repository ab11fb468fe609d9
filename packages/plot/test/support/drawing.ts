/** What a shape or a text of an SVG looks like, with what it has from the groups around it. */
export interface Drawn {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text in it. */
  text: string;
  readonly fill: string;
  readonly stroke: string;
  /** Where it is: the sum of all moves around it. */
  readonly x: number;
  readonly y: number;
  /** Of text: which end is there, its size and its weight. */
  readonly anchor: string;
  readonly size: number;
  readonly bold: boolean;
}

const TAG = /<(\/?)([a-zA-Z]+)((?:\s+[^\s=>]+="[^"]*")*)\s*(\/?)>([^<]*)/g;
const PAINTED = ["path", "line", "rect", "text", "image", "stop"];

/**
 * The shapes of an SVG in the order of drawing.
 *
 * @param dark whether the rules for readers who prefer the dark are followed
 */
export function drawn(svg: string, dark = false): Drawn[] {
  const rules = new Map<string, Record<string, string>>();
  if (dark) {
    for (const [, name, body] of svg.matchAll(/\.([\w-]+)\{([^}]*)\}/g)) {
      rules.set(name, Object.fromEntries(body.split(";").map((rule) => rule.split(":"))) as Record<string, string>);
    }
  }
  const shapes: Drawn[] = [];
  // Within a shape that others are cut to, which is not painted.
  let inside = 0;
  const stack: Omit<Drawn, "tag" | "attributes" | "text">[] = [
    { fill: "#000000", stroke: "none", x: 0, y: 0, anchor: "start", size: 16, bold: false },
  ];
  for (const [, closing, tag, list, single, text] of svg.matchAll(TAG)) {
    if (closing === "/") {
      stack.pop();
      inside -= tag === "clipPath" ? 1 : 0;
      continue;
    }
    const attributes = Object.fromEntries([...list.matchAll(/([^\s=]+)="([^"]*)"/g)].map(([, k, v]) => [k, v]));
    const ruled = { ...attributes, ...rules.get(attributes.class ?? "") };
    const around = stack[stack.length - 1];
    const moves = [...(attributes.transform ?? "").matchAll(/translate\(([-\d.e]+),([-\d.e]+)\)/g)];
    const state = {
      fill: ruled["stop-color"] ?? ruled.fill ?? around.fill,
      stroke: ruled.stroke ?? around.stroke,
      x: moves.reduce((sum, [, x]) => sum + Number(x), around.x),
      y: moves.reduce((sum, [, , y]) => sum + Number(y), around.y),
      anchor: ruled["text-anchor"] ?? around.anchor,
      size: Number.parseFloat(ruled["font-size"] ?? String(around.size)),
      bold: ruled["font-weight"] === undefined ? around.bold : Number(ruled["font-weight"]) >= 600,
    };
    inside += tag === "clipPath" ? 1 : 0;
    if (PAINTED.includes(tag) && inside === 0) shapes.push({ tag: tag, attributes, text: text, ...state });
    if (single !== "/") stack.push(state);
  }
  return shapes;
}

/** The colour behind a place, as rectangles drawn before it make it. */
export function behind(shapes: readonly Drawn[], index: number): string {
  const { x, y } = shapes[index];
  for (const shape of shapes.slice(0, index).reverse()) {
    if (shape.fill === "none" || shape.fill.startsWith("url")) continue;
    const box = boxOf(shape);
    if (box !== undefined && x >= box[0] && x <= box[2] && y - 3 >= box[1] && y - 3 <= box[3]) return shape.fill;
  }
  throw new Error("nothing is behind");
}

function boxOf({ tag, attributes, x, y }: Drawn): [number, number, number, number] | undefined {
  if (tag === "rect") return [x, y, x + Number(attributes.width), y + Number(attributes.height)];
  const match = /^M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)h-[\d.]+Z$/.exec(attributes.d ?? "");
  if (tag !== "path" || match === null) return undefined;
  const [left, top, width, height] = match.slice(1).map(Number) as [number, number, number, number];
  return [x + left, y + top, x + left + width, y + top + height];
}
