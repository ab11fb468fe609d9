import { batchNormalizationRows } from "./batchNormalization.ts";
import { clusteringRows } from "./clustering.ts";
import { containerRows } from "./containers.ts";
import { convolutionRows } from "./convolution.ts";
import { embeddingRows } from "./embedding.ts";
import { linearRows } from "./linear.ts";
import { noiseRows } from "./noise.ts";
import { normalizationRows } from "./normalization.ts";
import { poolingRows } from "./pooling.ts";
import type { Row } from "./Row.ts";
import { resamplingRows } from "./resampling.ts";
import { reshapeRows } from "./reshape.ts";
import { simpleRows } from "./simple.ts";
import { sparseRows } from "./sparse.ts";
import { tableRows } from "./tables.ts";
import { transferRows } from "./transfer.ts";

/** A family of modules, and all forms in which they are checked. */
export interface Family {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** All families. */
export const families: readonly Family[] = [
  { name: "Containers", rows: containerRows },
  { name: "Table layers", rows: tableRows },
  { name: "Affine layers", rows: linearRows },
  { name: "Simple layers", rows: simpleRows },
  { name: "Sparse inputs", rows: sparseRows },
  { name: "Clustering", rows: clusteringRows },
  { name: "Noise", rows: noiseRows },
  { name: "Transfer functions", rows: transferRows },
  { name: "Reshaping", rows: reshapeRows },
  { name: "Embeddings", rows: embeddingRows },
  { name: "Convolutions", rows: convolutionRows },
  { name: "Pooling", rows: poolingRows },
  { name: "Normalisation", rows: [...batchNormalizationRows, ...normalizationRows] },
  { name: "Padding and resampling of images", rows: resamplingRows },
];
