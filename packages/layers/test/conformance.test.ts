import type { Module } from "@rushlight/module";
import { checkModule, type ModuleCheckOptions } from "@rushlight/module/testing";
import { manualSeed, randn, type Tensor } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import {
  CMul,
  Dropout,
  Linear,
  LogSoftMax,
  ReLU,
  Sigmoid,
  SoftMax,
  SpatialAveragePooling,
  SpatialConvolution,
  SpatialDilatedConvolution,
  SpatialDilatedMaxPooling,
  SpatialMaxPooling,
  Sum,
  Tanh,
  Threshold,
  View,
} from "../src/index.ts";

interface Row {
  readonly name: string;
  readonly module: () => Module;
  readonly input: () => Tensor;
  readonly options?: ModuleCheckOptions;
  /** The checks that do not apply. */
  readonly skipped?: readonly string[];
}

const batchless = { options: { batch: false }, skipped: ["batching"] };
const inplace = { options: { batch: false, inplace: true }, skipped: ["batching", "argumentsKept"] };
const dense = { options: { strided: false }, skipped: ["striding"] };

const rows: readonly Row[] = [
  { name: "Linear, batched", module: () => new Linear(3, 2), input: () => randn(4, 3) },
  { name: "Linear, one sample", module: () => new Linear(3, 2), input: () => randn(3), skipped: ["batching"] },
  { name: "Linear to one output", module: () => new Linear(3, 1), input: () => randn(4, 3) },
  { name: "Linear without bias", module: () => new Linear(3, 2, { bias: false }), input: () => randn(4, 3) },
  { name: "CMul, sample by sample", module: () => new CMul(3), input: () => randn(4, 3) },
  { name: "CMul, element by element", module: () => new CMul(4, 3), input: () => randn(4, 3), ...batchless },
  { name: "CMul, expanded", module: () => new CMul(1, 3, 1), input: () => randn(2, 3, 4), ...batchless },
  { name: "CMul, expanded twice", module: () => new CMul(1, 3, 1, 2), input: () => randn(2, 3, 4, 2), ...batchless },
  { name: "Sum of rows", module: () => new Sum(0), input: () => randn(4, 3), skipped: ["batching"] },
  { name: "Sum of a vector", module: () => new Sum(), input: () => randn(4), skipped: ["batching"] },
  { name: "Sum of samples", module: () => new Sum(0, { nInputDims: 2 }), input: () => randn(2, 3, 4) },
  { name: "mean from the end", module: () => new Sum(-1, { sizeAverage: true }), input: () => randn(4, 3, 2) },
  { name: "Sum that keeps", module: () => new Sum(1, { squeeze: false }), input: () => randn(4, 3), ...batchless },
  { name: "ReLU", module: () => new ReLU(), input: () => randn(4, 3) },
  { name: "ReLU in place", module: () => new ReLU({ inplace: true }), input: () => randn(4, 3), ...inplace },
  { name: "Threshold", module: () => new Threshold(0.3, -1), input: () => randn(4, 3) },
  { name: "Tanh", module: () => new Tanh(), input: () => randn(4, 3, 2) },
  { name: "Sigmoid", module: () => new Sigmoid(), input: () => randn(4, 3, 2) },
  { name: "SoftMax of a vector", module: () => new SoftMax(), input: () => randn(5), skipped: ["batching"] },
  { name: "SoftMax of rows", module: () => new SoftMax(), input: () => randn(4, 3) },
  { name: "SoftMax of pixels", module: () => new SoftMax(), input: () => randn(3, 2, 2), ...batchless },
  { name: "SoftMax of images", module: () => new SoftMax(), input: () => randn(2, 3, 2, 2) },
  { name: "LogSoftMax of a vector", module: () => new LogSoftMax(), input: () => randn(5), skipped: ["batching"] },
  { name: "LogSoftMax of rows", module: () => new LogSoftMax(), input: () => randn(4, 3) },
  { name: "LogSoftMax of pixels", module: () => new LogSoftMax(), input: () => randn(3, 2, 2), ...batchless },
  { name: "LogSoftMax of images", module: () => new LogSoftMax(), input: () => randn(2, 3, 2, 2) },
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
  { name: "SpatialMaxPooling of images", module: () => new SpatialMaxPooling(2, 2), input: () => randn(2, 2, 4, 6) },
  {
    name: "SpatialMaxPooling of one image",
    module: () => new SpatialMaxPooling(2, 2),
    input: () => randn(2, 5, 5),
    ...batchless,
  },
  {
    name: "SpatialMaxPooling of overlapping windows with padding",
    module: () => new SpatialMaxPooling(3, 2, 1, 2, 1, 1),
    input: () => randn(2, 2, 5, 4),
  },
  {
    name: "SpatialMaxPooling of what is left over",
    module: () => new SpatialMaxPooling(2, 3, 2, 2).ceil(),
    input: () => randn(2, 2, 6, 5),
  },
  {
    name: "SpatialDilatedMaxPooling",
    module: () => new SpatialDilatedMaxPooling(2, 3, 1, 2, 1, 1, 3, 2),
    input: () => randn(2, 2, 6, 5),
  },
  {
    name: "SpatialAveragePooling of images",
    module: () => new SpatialAveragePooling(2, 3),
    input: () => randn(2, 2, 5, 4),
  },
  {
    name: "SpatialAveragePooling of one image",
    module: () => new SpatialAveragePooling(2, 2, 2, 2),
    input: () => randn(2, 5, 4),
    ...batchless,
  },
  {
    name: "SpatialAveragePooling with padding that counts",
    module: () => new SpatialAveragePooling(3, 2, 2, 1, 1, 1).ceil(),
    input: () => randn(2, 2, 3, 4),
  },
  {
    name: "SpatialAveragePooling with padding that does not count",
    module: () => new SpatialAveragePooling(3, 2, 2, 1, 1, 1).setCountExcludePad(),
    input: () => randn(2, 2, 3, 4),
  },
  {
    name: "SpatialAveragePooling that adds only",
    module: () => Object.assign(new SpatialAveragePooling(2, 2), { divide: false }),
    input: () => randn(2, 2, 3, 4),
  },
  { name: "View of samples", module: () => new View(6), input: () => randn(4, 2, 3), ...dense },
  {
    name: "View with a size to infer",
    module: () => new View(-1).setNumInputDims(2),
    input: () => randn(4, 2, 3),
    ...dense,
  },
  { name: "Dropout", module: () => new Dropout(0.4), input: () => randn(4, 3), ...batchless },
  {
    name: "Dropout, scaled in evaluation",
    module: () => new Dropout(0.4, { v1: true }),
    input: () => randn(4, 3),
    ...batchless,
  },
  { name: "Dropout in place", module: () => new Dropout(0.4, { inplace: true }), input: () => randn(4, 3), ...inplace },
  { name: "Dropout in evaluation", module: () => new Dropout(0.4).evaluate(), input: () => randn(4, 3) },
  {
    name: "Dropout in evaluation, scaled there",
    module: () => new Dropout(0.4, { v1: true }).evaluate(),
    input: () => randn(4, 3),
  },
];

describe("every layer keeps what a module promises", () => {
  test.each(rows)("$name", ({ module, input, options, skipped }) => {
    manualSeed(287);
    expect(checkModule(module(), input(), options).skipped).toEqual(skipped ?? []);
  });
});
