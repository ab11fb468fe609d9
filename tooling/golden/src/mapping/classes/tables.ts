import * as nn from "@rushlight/nn";
import type { ModuleRow } from "../rows.ts";

/** Layers that take or give tables. */
export const tableRows: Readonly<Record<string, ModuleRow>> = {
  GradientReversal: { create: (a) => new nn.GradientReversal(a.optionalNumber(0)) },
  Identity: { create: () => new nn.Identity() },
  PrintSize: { create: (a) => new nn.PrintSize(a.optionalString(0)) },
  SelectTable: { create: (a) => new nn.SelectTable(a.index(0)) },
  ZeroGrad: { create: () => new nn.ZeroGrad() },
};
