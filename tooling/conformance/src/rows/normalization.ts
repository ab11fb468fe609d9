import {
  Normalize,
  SpatialContrastiveNormalization,
  SpatialCrossMapLRN,
  SpatialDivisiveNormalization,
  SpatialSubtractiveNormalization,
} from "@rushlight/layers";
import { rand, randn, tensor } from "@rushlight/tensor";
import { batchless, type Row } from "./Row.ts";

const vector = tensor([1, 3, 2]);
const matrix = tensor([
  [1, 2, 1, 0, 1],
  [3, 1, 2, 1, 2],
  [0, 1, 4, 1, 1],
]);

/** Normalisation. */
export const normalizationRows: readonly Row[] = [
  { name: "Normalize by the sum of magnitudes", module: () => new Normalize(1), input: () => randn(3, 4) },
  { name: "Normalize by the root of squares", module: () => new Normalize(2), input: () => randn(3, 4) },
  { name: "Normalize by a root of third powers", module: () => new Normalize(3), input: () => randn(3, 4) },
  { name: "Normalize by a root of fourth powers", module: () => new Normalize(4, 0.1), input: () => randn(3, 4) },
  { name: "Normalize with a fraction", module: () => new Normalize(1.5), input: () => randn(3, 4) },
  { name: "Normalize by the largest magnitude", module: () => new Normalize(Infinity), input: () => randn(3, 4) },
  { name: "Normalize one vector", module: () => new Normalize(2), input: () => randn(4), ...batchless },
  {
    name: "Normalize one vector by the largest magnitude",
    module: () => new Normalize(Infinity),
    input: () => randn(4),
    ...batchless,
  },
  { name: "SpatialCrossMapLRN", module: () => new SpatialCrossMapLRN(3, 0.5, 0.75, 2), input: () => randn(2, 4, 2, 3) },
  {
    name: "SpatialCrossMapLRN of one image, with more planes to a sum than there are",
    module: () => new SpatialCrossMapLRN(5, 2, 0.5),
    input: () => randn(2, 3, 2),
    ...batchless,
  },
  {
    name: "SpatialSubtractiveNormalization",
    module: () => new SpatialSubtractiveNormalization(2, matrix),
    input: () => randn(2, 2, 4, 5),
  },
  {
    name: "SpatialSubtractiveNormalization of one image by rows and columns",
    module: () => new SpatialSubtractiveNormalization(2, vector),
    input: () => randn(2, 5, 3),
    ...batchless,
  },
  {
    name: "SpatialDivisiveNormalization",
    module: () => new SpatialDivisiveNormalization(2, matrix),
    input: () => randn(2, 2, 4, 5),
  },
  {
    name: "SpatialDivisiveNormalization of one image by rows and columns",
    module: () => new SpatialDivisiveNormalization(2, vector),
    input: () => randn(2, 5, 3),
    ...batchless,
  },
  {
    name: "SpatialDivisiveNormalization with a threshold",
    module: () => new SpatialDivisiveNormalization(1, matrix, 0.6, 0.9),
    input: () => rand(2, 1, 4, 5),
  },
  {
    name: "SpatialContrastiveNormalization",
    module: () => new SpatialContrastiveNormalization(2, matrix),
    input: () => randn(2, 2, 4, 5),
  },
  {
    name: "SpatialContrastiveNormalization of one image by rows and columns",
    module: () => new SpatialContrastiveNormalization(1, vector, 0.5),
    input: () => randn(1, 5, 6),
    ...batchless,
  },
];
