import type { ModuleTrace, TensorSummary, Trace } from "@rushlight/nn";

/** A layer of a network, as the table of gradients shows it. */
export interface LayerRow {
  readonly name: string;
  readonly module: ModuleTrace;
  /** Its first parameter, the weights; undefined for a layer without any. */
  readonly weight: ModuleTrace["parameters"][number] | undefined;
}

/** The modules that compute something: the leaves of a network, in the order of forward. */
export function layersOf({ modules }: Trace): readonly LayerRow[] {
  return modules
    .filter(({ leaf }) => leaf)
    .map((module) => ({ name: module.name, module, weight: module.parameters[0] }));
}

/** The root of the mean square of the elements: their typical size, whatever their number. */
export function typicalSize({ norm, sizes }: TensorSummary): number {
  const count = sizes.reduce((sum, size) => sum + size.reduce((product, extent) => product * extent, 1), 0);
  return count === 0 ? 0 : norm / Math.sqrt(count);
}

/** Below this share of the gradient of the last weights, that of the first is said to vanish; above its inverse, to explode. */
const VANISHED = 0.01;
/** From this share of zeros on, a rectifier is said to be mostly dead. */
const DEAD = 0.9;

/** What is to be seen in a trace, in sentences. */
export function findings(trace: Trace): readonly string[] {
  const layers = layersOf(trace);
  const weights = layers.flatMap(({ name, weight }) =>
    weight === undefined ? [] : [{ name, size: typicalSize(weight.gradient) }],
  );
  const sentences: string[] = [];
  const broken = layers.find(({ module }) => (module.output?.nonFinite ?? 0) + (module.gradInput?.nonFinite ?? 0) > 0);
  if (broken !== undefined) sentences.push(`${broken.name} has numbers that are not finite.`);
  const [first] = weights;
  const last = weights.at(-1);
  if (last?.size === 0) {
    sentences.push("No gradient arrives at the last weights: the loss does not depend on them here.");
  } else if (weights.length > 1 && last !== undefined) {
    const ratio = first.size / last.size;
    const share = ratio < 0.001 ? ratio.toExponential(1) : ratio.toPrecision(2);
    const what = `From the last weights to the first the gradient changes by a factor of ${share}`;
    if (ratio < VANISHED) sentences.push(`${what}: it vanishes.`);
    else if (ratio > 1 / VANISHED) sentences.push(`${what}: it explodes.`);
    else sentences.push(`${what}: it arrives.`);
  }
  for (const { name, module } of layers) {
    const zeros = module.output?.zeros ?? 0;
    if (name.startsWith("ReLU") && zeros > DEAD) {
      sentences.push(
        `${name} (${module.path}) gives zeros for ${(100 * zeros).toFixed(0)} % of its units: most are dead.`,
      );
    }
  }
  return sentences;
}
