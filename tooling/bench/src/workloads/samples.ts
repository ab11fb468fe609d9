import type { SingleLayer, TrainingWorkload } from "./Workload.ts";

/** A batch: the inputs of all samples one after the other, and what each should give. */
export interface Samples {
  readonly inputs: Float32Array;
  readonly targets: Float32Array | Int32Array;
}

const CLASSES = 10;

/** The batch of a workload: the same numbers in every system. `peers/pytorch.py` makes them too. */
export function samplesOf(workload: TrainingWorkload): Samples {
  const { batch, loss } = workload;
  return loss === "crossEntropy" ? pictures(batch, elements(pictureOf(workload))) : curve(batch);
}

/** The size of a sample: planes, height and width of a picture for convolutions, else the number of inputs. */
export function pictureOf(workload: TrainingWorkload): readonly number[] {
  return workload.kind === "convolutional" ? workload.picture : [workload.sizes[0]];
}

/**
 * As many numbers from -1 to 1 as an input has: what a single layer gets. Its gradient is made of the same numbers, from the
 * last one on.
 */
export function noiseOf({ size }: Pick<SingleLayer, "size">): Float32Array {
  const random = uniform();
  return Float32Array.from({ length: elements(size) }, () => 2 * random() - 1);
}

function elements(size: readonly number[]): number {
  return size.reduce((product, extent) => product * extent, 1);
}

/**
 * Pictures of ten classes, as sparse as digits are: every tenth pixel is bright, and the class says which, so that there is
 * something to learn.
 */
function pictures(count: number, pixels: number): Samples {
  const random = uniform();
  const inputs = new Float32Array(count * pixels);
  const targets = new Int32Array(count);
  for (let sample = 0; sample < count; sample++) {
    targets[sample] = sample % CLASSES;
    for (let pixel = 0; pixel < pixels; pixel++) {
      const brightness = pixel % CLASSES === targets[sample] ? 1 : 0.1;
      inputs[sample * pixels + pixel] = brightness * random();
    }
  }
  return { inputs, targets };
}

/** Points on y = 4 sin(πx) cos(6πx²) between −1 and 1. */
function curve(count: number): Samples {
  const random = uniform();
  const inputs = Float32Array.from({ length: count }, () => 2 * random() - 1);
  return { inputs, targets: inputs.map((x) => 4 * Math.sin(Math.PI * x) * Math.cos(6 * Math.PI * x * x)) };
}

/** Numbers from 0 to 1 from a congruential generator, which any language can repeat. */
function uniform(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
