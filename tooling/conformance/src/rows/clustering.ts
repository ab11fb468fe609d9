import { Kmeans as Clusters } from "@rushlight/layers";
import { Module, type ParameterLists } from "@rushlight/module";
import { randn, Tensor } from "@rushlight/tensor";
import type { Row } from "./Row.ts";

/**
 * What Kmeans makes smaller for samples that stay the same: half the mean squared distance, summed over the clusters. Its
 * parameter gradients are the gradients of that, not of its output.
 */
class Kmeans extends Module {
  private readonly clusters: Clusters;
  private readonly samples: Tensor;

  constructor(clusters: Clusters, samples: Tensor) {
    super();
    this.clusters = clusters;
    this.samples = samples;
  }

  override updateOutput(_input: Tensor): Tensor {
    const nearest = this.clusters.forward(this.samples);
    const counts = new Float64Array(this.clusters.k);
    for (let n = 0; n < nearest.nElement(); n++) counts[nearest.get(n)] += 1;
    let total = 0;
    for (let n = 0; n < nearest.nElement(); n++) {
      const cluster = nearest.get(n);
      for (let d = 0; d < this.clusters.dim; d++) {
        total += (this.samples.get(n, d) - this.clusters.weight.get(cluster, d)) ** 2 / (counts[cluster] + 1e-7);
      }
    }
    return this.output.resize(1).fill(total / 2);
  }

  override updateGradInput(input: Tensor, _gradOutput: Tensor): Tensor {
    return this.gradInput.resizeAs(input).zero();
  }

  override accGradParameters(_input: Tensor, gradOutput: Tensor, scale = 1): void {
    this.clusters.accGradParameters(this.samples, this.clusters.output, scale * gradOutput.get(0));
  }

  override parameters(): ParameterLists {
    return this.clusters.parameters();
  }

  override clearState(): this {
    this.clusters.clearState();
    return super.clearState();
  }
}

/** Clustering. */
export const clusteringRows: readonly Row[] = [
  {
    name: "Kmeans",
    module: () => new Kmeans(new Clusters(3, 2), randn(8, 2)),
    input: () => new Tensor([1]),
    skipped: ["batching"],
  },
  {
    name: "Kmeans of samples that lie apart",
    module: () => new Kmeans(new Clusters(3, 2), randn(2, 8).t()),
    input: () => new Tensor([1]),
    skipped: ["batching"],
  },
];
