import { Dropout } from "@rushlight/layers";
import { randn } from "@rushlight/tensor";
import { batchless, inplace, type Row } from "./Row.ts";

/** Dropout, noise and penalties. */
export const noiseRows: readonly Row[] = [
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
