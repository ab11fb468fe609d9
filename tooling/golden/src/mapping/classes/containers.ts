import * as nn from "@rushlight/nn";
import { inputOfFirstChild, inputsOfChildren } from "../containers.ts";
import type { ModuleRow } from "../rows.ts";

/** Modules made of modules. */
export const containerRows: Readonly<Record<string, ModuleRow>> = {
  Concat: { create: (a) => new nn.Concat(a.dimension(0)), input: inputOfFirstChild },
  ConcatTable: { create: () => new nn.ConcatTable(), input: inputOfFirstChild },
  DepthConcat: { create: (a) => new nn.DepthConcat(a.dimension(0)), input: inputOfFirstChild },
  Parallel: { create: (a) => new nn.Parallel(a.dimension(0), a.dimension(1)), input: inputOfFirstChild },
  ParallelTable: { create: () => new nn.ParallelTable(), input: inputsOfChildren },
  Sequential: { create: () => new nn.Sequential(), input: inputOfFirstChild },
};
