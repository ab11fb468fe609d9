// The page: trains a network, shows what came of it, and leaves it in `globalThis.result` for whoever opened the page.
import { backend, manualSeed } from "@rushlight/tensor";
import { drawDecisionMap } from "./decisionMap.ts";
import { drawLossCurve } from "./lossCurve.ts";
import { spirals } from "./spirals.ts";
import { train } from "./train.ts";

manualSeed(287);
const data = spirals(100);
const { network, losses, milliseconds } = train(data, 400);
const { name, features = [] } = backend();
const loss = losses[losses.length - 1];
const right = network.forward(data.points).max(1)[1].view(-1).eq(data.classes).sum();

drawLossCurve(element("curve", SVGSVGElement), losses);
drawDecisionMap(element("map", HTMLCanvasElement), network, data);
element("network", HTMLPreElement).textContent = String(network);
const facts = {
  backend: `${name} (${features.join(", ")})`,
  "isolated from other origins": crossOriginIsolated ? "yes" : "no",
  loss: `${losses[0].toFixed(4)} at first, ${loss.toFixed(4)} after ${losses.length - 1} steps`,
  "points told apart": `${right} of ${data.points.size(0)}`,
  time: `${milliseconds.toFixed(0)} ms`,
};
for (const [term, text] of Object.entries(facts)) {
  const list = element("facts", HTMLDListElement);
  list.append(Object.assign(document.createElement("dt"), { textContent: term }));
  list.append(Object.assign(document.createElement("dd"), { textContent: text }));
}
Object.assign(globalThis, {
  result: { backend: name, features, isolated: crossOriginIsolated, first: losses[0], loss, right },
});

/** The element of that name, of that kind. */
function element<E extends Element>(id: string, kind: new () => E): E {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`expected an element named ${id}`);
}
