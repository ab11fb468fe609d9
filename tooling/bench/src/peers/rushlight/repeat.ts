import * as nn from "@rushlight/nn";
import { Tensor, tensor } from "@rushlight/tensor";
import { noiseOf } from "../../workloads/samples.ts";
import type { SingleLayer } from "../../workloads/Workload.ts";

/**
 * Goes forward and backward through a layer, again and again.
 *
 * @returns makes steps, and gives the mean of the squares of the last gradient
 */
export function repeat(workload: SingleLayer): { run(steps: number): number } {
  const pass = passThrough(workload);
  return {
    run(steps) {
      let gradient = pass();
      for (let step = 1; step < steps; step++) gradient = pass();
      return gradient.norm() ** 2 / gradient.nElement();
    },
  };
}

/** Goes forward and backward through a layer once, and gives the gradient of its input. */
export function passThrough(workload: Pick<SingleLayer, "layer" | "size">): () => Tensor {
  const layer = build(workload);
  const noise = noiseOf(workload);
  const input = resident(noise, workload.size);
  const output = layer.forward(input);
  const gradOutput = resident(noise.toReversed().subarray(0, output.nElement()), output.size());

  return () => {
    layer.forward(input);
    layer.zeroGradParameters();
    return layer.backward(input, gradOutput);
  };
}

function build({ layer, size }: Pick<SingleLayer, "layer" | "size">) {
  switch (layer) {
    case "batchNormalization": {
      const normalization = new nn.SpatialBatchNormalization(size[1]);
      normalization.weight?.fill(1);
      return normalization;
    }
    case "maxPooling":
      return new nn.SpatialMaxPooling(2, 2);
    case "averagePooling":
      return new nn.SpatialAveragePooling(2, 2, 2, 2);
  }
}

function resident(numbers: Float32Array, size: readonly number[]): Tensor {
  return new Tensor(size, { resident: true }).copy(tensor(numbers).view(...size));
}
