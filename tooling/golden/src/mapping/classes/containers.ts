import * as nn from "@rushlight/nn";
import { inputOfFirstChild, inputsOfChildren } from "../containers.ts";
import type { ModuleRow } from "../rows.ts";

/** Modules made of modules. */
export const containerRows: Readonly<Record<string, ModuleRow>> = {
  Concat: { create: (a) => new nn.Concat(a.dimension(0)), input: inputOfFirstChild },
  ParallelTable: { create: () => new nn.ParallelTable(), input: inputsOfChildren },
  Sequential: { create: () => new nn.Sequential(), input: inputOfFirstChild },
};
