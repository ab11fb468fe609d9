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
  const layer = build(workload);
  const noise = noiseOf(workload);
  const input = resident(noise, workload.size);
  const output = layer.forward(input);
  const gradOutput = resident(noise.toReversed().subarray(0, output.nElement()), output.size());

  return {
    run(steps) {
      for (let step = 0; step < steps; step++) {
        layer.forward(input);
        layer.zeroGradParameters();
        layer.backward(input, gradOutput);
      }
      return layer.gradInput.norm() ** 2 / layer.gradInput.nElement();
    },
  };
}

function build({ layer, size }: SingleLayer) {
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
