import {
  SpatialConvolution,
  SpatialConvolutionLocal,
  SpatialConvolutionMap,
  SpatialConvolutionMM,
  SpatialDepthWiseConvolution,
  SpatialDilatedConvolution,
  SpatialFullConvolution,
  SpatialFullConvolutionMap,
  TemporalConvolution,
  TemporalRowConvolution,
  tables,
  VolumetricConvolution,
  VolumetricDilatedConvolution,
  VolumetricFullConvolution,
} from "@rushlight/layers";
import { randn, tensor } from "@rushlight/tensor";
import { batchless, type Row } from "./Row.ts";

/** Convolutions. */
export const convolutionRows: readonly Row[] = [
  {
    name: "SpatialConvolution of images",
    module: () => new SpatialConvolution(2, 3, 2, 3),
    input: () => randn(2, 2, 5, 4),
  },
  {
    name: "SpatialConvolution of one image",
    module: () => new SpatialConvolution(2, 3, 2, 3),
    input: () => randn(2, 5, 4),
    ...batchless,
  },
  {
    name: "SpatialConvolution, one plane to one",
    module: () => new SpatialConvolution(1, 1, 3, 3),
    input: () => randn(3, 1, 4, 4),
  },
  {
    name: "SpatialConvolution with strides and padding of its own each",
    module: () => new SpatialConvolution(2, 3, 3, 2, 2, 1, 1, 2),
    input: () => randn(2, 2, 3, 6),
  },
  {
    name: "SpatialConvolution of points",
    module: () => new SpatialConvolution(3, 2, 1, 1),
    input: () => randn(2, 3, 2, 3),
  },
  {
    name: "SpatialConvolution of every second point",
    module: () => new SpatialConvolution(3, 2, 1, 1, 2, 2),
    input: () => randn(2, 3, 3, 4),
  },
  {
    name: "SpatialConvolution without bias",
    module: () => new SpatialConvolution(2, 2, 2, 2, 1, 1, 1, 1, { bias: false }),
    input: () => randn(2, 2, 3, 3),
  },
  {
    name: "SpatialConvolution of long rows",
    module: () => new SpatialConvolution(2, 4, 5, 3, 1, 1, 2, 1),
    input: () => randn(2, 2, 3, 17),
  },
  {
    name: "SpatialConvolution of long rows, every second one",
    module: () => new SpatialConvolution(1, 3, 3, 2, 1, 2, 0, 1),
    input: () => randn(2, 1, 3, 14),
  },
  {
    name: "SpatialConvolution with more padding than kernel",
    module: () => new SpatialConvolution(1, 2, 2, 2, 1, 1, 3, 2),
    input: () => randn(2, 1, 2, 12),
  },
  {
    name: "SpatialConvolution of long rows to many planes",
    module: () => new SpatialConvolution(1, 33, 1, 2),
    input: () => randn(2, 1, 2, 12),
  },
  {
    name: "SpatialDilatedConvolution of long rows",
    module: () => new SpatialDilatedConvolution(2, 3, 3, 2, 1, 1, 2, 1, 2, 1),
    input: () => randn(2, 2, 3, 12),
  },
  {
    name: "SpatialDilatedConvolution",
    module: () => new SpatialDilatedConvolution(2, 3, 2, 3, 1, 2, 1, 2, 3, 2),
    input: () => randn(2, 2, 5, 6),
  },
  {
    name: "SpatialConvolutionMM",
    module: () => new SpatialConvolutionMM(2, 3, 3, 2, 2, 1, 1, 0),
    input: () => randn(2, 2, 4, 5),
  },
  {
    name: "SpatialConvolutionMM of one image, without bias",
    module: () => new SpatialConvolutionMM(2, 3, 2, 3, 1, 1, 0, 0, { bias: false }),
    input: () => randn(2, 4, 3),
    ...batchless,
  },
  {
    name: "SpatialFullConvolution",
    module: () => new SpatialFullConvolution(3, 2, 2, 3),
    input: () => randn(2, 3, 2, 4),
  },
  {
    name: "SpatialFullConvolution with strides, padding and adjustments of its own each",
    module: () => new SpatialFullConvolution(2, 3, 3, 2, 2, 3, 1, 0, 1, 2),
    input: () => randn(2, 2, 3, 4),
  },
  {
    name: "SpatialFullConvolution of one image, without bias",
    module: () => new SpatialFullConvolution(2, 3, 3, 2, 2, 1, 0, 0, 0, 0, { bias: false }),
    input: () => randn(2, 3, 4),
    ...batchless,
  },
  {
    name: "SpatialFullConvolution of long rows",
    module: () => new SpatialFullConvolution(2, 3, 3, 2, 1, 1, 1, 0),
    input: () => randn(2, 2, 2, 13),
  },
  {
    name: "SpatialFullConvolution of points",
    module: () => new SpatialFullConvolution(2, 3, 1, 1),
    input: () => randn(2, 2, 2, 3),
  },
  {
    name: "SpatialFullConvolution to the size of a target",
    module: () => new SpatialFullConvolution(2, 3, 3, 3, 2, 2, 1, 1),
    input: () => [randn(2, 2, 2, 3), randn(2, 1, 4, 5)],
  },
  {
    name: "SpatialConvolutionLocal",
    module: () => new SpatialConvolutionLocal(2, 3, 4, 3, 2, 3),
    input: () => randn(2, 2, 3, 4),
  },
  {
    name: "SpatialConvolutionLocal with strides and padding of its own each, without bias",
    module: () => new SpatialConvolutionLocal(1, 2, 4, 3, 3, 2, 1, 2, 1, 2, { bias: false }),
    input: () => randn(3, 1, 3, 4),
  },
  {
    name: "SpatialConvolutionLocal of one image",
    module: () => new SpatialConvolutionLocal(2, 2, 3, 4, 2, 2, 1, 2),
    input: () => randn(2, 4, 3),
    ...batchless,
  },
  {
    name: "SpatialConvolutionMap, one plane to one",
    module: () => new SpatialConvolutionMap(tables.oneToOne(2), 2, 3),
    input: () => randn(2, 2, 4, 3),
  },
  {
    name: "SpatialConvolutionMap, all planes to all",
    module: () => new SpatialConvolutionMap(tables.full(2, 3), 2, 2),
    input: () => randn(2, 2, 3, 4),
  },
  {
    name: "SpatialConvolutionMap of a table of its own, with strides, without bias",
    module: () =>
      new SpatialConvolutionMap(
        tensor([
          [2, 0],
          [0, 0],
          [1, 3],
          [1, 3],
        ]),
        2,
        1,
        1,
        2,
        { bias: false },
      ),
    input: () => randn(2, 4, 3, 3),
  },
  {
    name: "SpatialConvolutionMap of one image",
    module: () => new SpatialConvolutionMap(tables.random(4, 3, 2), 2, 2),
    input: () => randn(4, 3, 3),
    ...batchless,
  },
  {
    name: "SpatialFullConvolutionMap, all planes to all",
    module: () => new SpatialFullConvolutionMap(tables.full(2, 3), 2, 3),
    input: () => randn(2, 2, 3, 2),
  },
  {
    name: "SpatialFullConvolutionMap of a table of its own, with strides",
    module: () =>
      new SpatialFullConvolutionMap(
        tensor([
          [2, 0],
          [0, 0],
          [1, 3],
        ]),
        3,
        2,
        2,
        1,
      ),
    input: () => randn(2, 4, 2, 3),
  },
  {
    name: "SpatialFullConvolutionMap of one image, without bias",
    module: () => new SpatialFullConvolutionMap(tables.oneToOne(2), 2, 2, 2, 3, { bias: false }),
    input: () => randn(2, 3, 2),
    ...batchless,
  },
  {
    name: "SpatialDepthWiseConvolution",
    module: () => new SpatialDepthWiseConvolution(3, 2, 2, 3),
    input: () => randn(2, 3, 4, 5),
  },
  {
    name: "SpatialDepthWiseConvolution with strides and padding of its own each, one plane from each",
    module: () => new SpatialDepthWiseConvolution(2, 1, 3, 2, 1, 2, 0, 1),
    input: () => randn(2, 2, 3, 6),
  },
  {
    name: "SpatialDepthWiseConvolution of one image, without bias",
    module: () => new SpatialDepthWiseConvolution(2, 3, 2, 2, 2, 1, 1, 0, { bias: false }),
    input: () => randn(2, 3, 4),
    ...batchless,
  },
  {
    name: "TemporalRowConvolution",
    module: () => new TemporalRowConvolution(3, 2),
    input: () => randn(2, 5, 3),
  },
  {
    name: "TemporalRowConvolution of every second window, without bias",
    module: () => new TemporalRowConvolution(2, 3, 2, { bias: false }),
    input: () => randn(2, 6, 2),
  },
  {
    name: "TemporalRowConvolution of one sequence",
    module: () => new TemporalRowConvolution(3, 2),
    input: () => randn(4, 3),
    ...batchless,
  },
  {
    name: "TemporalRowConvolution of features first",
    module: () => new TemporalRowConvolution(3, 2, 2, { featFirst: true }),
    input: () => randn(2, 3, 7),
  },
  {
    name: "TemporalRowConvolution of one sequence, features first",
    module: () => new TemporalRowConvolution(3, 2, 1, { featFirst: true }),
    input: () => randn(3, 4),
    ...batchless,
  },
  {
    name: "TemporalConvolution of narrow frames",
    module: () => new TemporalConvolution(2, 3, 3),
    input: () => randn(2, 6, 2),
  },
  {
    name: "TemporalConvolution of narrow frames, every second window",
    module: () => new TemporalConvolution(1, 2, 5, 2),
    input: () => randn(3, 10, 1),
  },
  {
    name: "TemporalConvolution of one sequence",
    module: () => new TemporalConvolution(2, 3, 3),
    input: () => randn(6, 2),
    ...batchless,
  },
  {
    name: "TemporalConvolution of wide frames",
    module: () => new TemporalConvolution(16, 2, 3),
    input: () => randn(2, 5, 16),
  },
  {
    name: "TemporalConvolution of wide frames in uneven pieces, without bias",
    module: () => new TemporalConvolution(8, 2, 5, 2, { bias: false }),
    input: () => randn(2, 8, 8),
  },
  {
    name: "TemporalConvolution of windows with gaps between them",
    module: () => new TemporalConvolution(2, 3, 2, 3),
    input: () => randn(2, 9, 2),
  },
  {
    name: "TemporalConvolution of windows side by side",
    module: () => new TemporalConvolution(2, 3, 2, 2),
    input: () => randn(2, 6, 2),
  },
  {
    name: "TemporalConvolution of single frames",
    module: () => new TemporalConvolution(3, 2, 1),
    input: () => randn(2, 4, 3),
  },
  {
    name: "VolumetricConvolution",
    module: () => new VolumetricConvolution(2, 3, 2, 3, 2),
    input: () => randn(2, 2, 3, 3, 4),
  },
  {
    name: "VolumetricConvolution with strides and padding of its own each",
    module: () => new VolumetricConvolution(1, 2, 2, 3, 1, 2, 1, 3, 1, 2, 0),
    input: () => randn(2, 1, 3, 4, 2),
  },
  {
    name: "VolumetricConvolution of one volume, without bias",
    module: () => new VolumetricConvolution(2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, { bias: false }),
    input: () => randn(2, 2, 2, 2),
    ...batchless,
  },
  {
    name: "VolumetricConvolution of long rows",
    module: () => new VolumetricConvolution(1, 2, 2, 3, 2, 1, 1, 1, 1, 1, 0),
    input: () => randn(2, 1, 2, 2, 13),
  },
  {
    name: "VolumetricDilatedConvolution",
    module: () => new VolumetricDilatedConvolution(1, 2, 2, 2, 2, 1, 2, 1, 1, 0, 1, 2, 3, 1),
    input: () => randn(2, 1, 3, 2, 5),
  },
  {
    name: "VolumetricFullConvolution",
    module: () => new VolumetricFullConvolution(2, 2, 2, 1, 3),
    input: () => randn(2, 2, 2, 2, 2),
  },
  {
    name: "VolumetricFullConvolution with strides, padding and adjustments of its own each",
    module: () => new VolumetricFullConvolution(1, 2, 2, 3, 2, 2, 3, 1, 0, 1, 1, 1, 2, 0),
    input: () => randn(2, 1, 2, 3, 2),
  },
  {
    name: "VolumetricFullConvolution to the size of a target",
    module: () => new VolumetricFullConvolution(1, 2, 2, 2, 2, 2, 2, 2),
    input: () => [randn(1, 2, 1, 2), randn(5, 4, 5)],
    ...batchless,
  },
];
