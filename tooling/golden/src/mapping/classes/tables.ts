import * as nn from "@rushlight/nn";
import type { ModuleRow } from "../rows.ts";

/** Layers that take or give tables. */
export const tableRows: Readonly<Record<string, ModuleRow>> = {
  Identity: { create: () => new nn.Identity() },
  SelectTable: { create: (a) => new nn.SelectTable(a.index(0)) },
};
