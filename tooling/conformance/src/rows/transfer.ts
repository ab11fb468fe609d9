import { LogSoftMax, ReLU, Sigmoid, SoftMax, Tanh, Threshold } from "@rushlight/layers";
import { randn } from "@rushlight/tensor";
import { batchless, inplace, type Row } from "./Row.ts";

/** Transfer functions. */
export const transferRows: readonly Row[] = [
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
];
