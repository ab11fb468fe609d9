import { affineRows } from "./classes/affine.ts";
import { batchNormalizationRows } from "./classes/batchNormalization.ts";
import { containerRows } from "./classes/containers.ts";
import { convolutionRows } from "./classes/convolution.ts";
import { criterionRows } from "./classes/criterions.ts";
import { embeddingRows } from "./classes/embedding.ts";
import { noiseRows } from "./classes/noise.ts";
import { normalizationRows } from "./classes/normalization.ts";
import { poolingRows } from "./classes/pooling.ts";
import { resamplingRows } from "./classes/resampling.ts";
import { reshapeRows } from "./classes/reshape.ts";
import { simpleRows } from "./classes/simple.ts";
import { tableRows } from "./classes/tables.ts";
import { transferRows } from "./classes/transfer.ts";
import type { Registry } from "./rows.ts";

/** Every class of `@rushlight/nn` with its counterpart in Torch7's nn. */
export const registry: Registry = {
  modules: {
    ...affineRows,
    ...batchNormalizationRows,
    ...containerRows,
    ...convolutionRows,
    ...embeddingRows,
    ...noiseRows,
    ...normalizationRows,
    ...resamplingRows,
    ...poolingRows,
    ...reshapeRows,
    ...simpleRows,
    ...tableRows,
    ...transferRows,
  },
  criterions: criterionRows,
};
