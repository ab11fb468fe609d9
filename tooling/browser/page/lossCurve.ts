const WIDTH = 360;
const HEIGHT = 260;
const LEFT = 44;
const BOTTOM = 28;
const MARGIN = 12;

/** Draws losses as a curve, from 0 to the largest. */
export function drawLossCurve(svg: SVGSVGElement, losses: readonly number[]): void {
  const top = Math.max(...losses);
  const x = (step: number): number => LEFT + ((WIDTH - LEFT - MARGIN) * step) / (losses.length - 1);
  const y = (loss: number): number => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - MARGIN) * loss) / top;
  for (const share of [0, 0.5, 1]) {
    add(svg, "line", { x1: LEFT, x2: WIDTH - MARGIN, y1: y(share * top), y2: y(share * top), stroke: "#ece7dc" });
    label(svg, LEFT - 8, y(share * top) + 4, "end", (share * top).toFixed(2));
  }
  for (const step of [0, losses.length - 1]) {
    label(svg, x(step), HEIGHT - 9, step === 0 ? "start" : "end", step === 0 ? "step 0" : String(step));
  }
  const points = losses.map((loss, step) => `${x(step).toFixed(1)},${y(loss).toFixed(1)}`).join(" ");
  add(svg, "polyline", { points, fill: "none", stroke: "#b4501e", "stroke-width": 2, "stroke-linejoin": "round" });
}

function label(svg: SVGSVGElement, x: number, y: number, anchor: string, text: string): void {
  add(svg, "text", { x, y, "text-anchor": anchor, "font-size": 11, fill: "#6b655c" }).textContent = text;
}

function add(svg: SVGSVGElement, name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  svg.append(element);
  return element;
}
