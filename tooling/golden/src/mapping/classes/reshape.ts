import * as nn from "@rushlight/nn";
import type { ModuleRow } from "../rows.ts";

/** The same elements under other sizes. */
export const reshapeRows: Readonly<Record<string, ModuleRow>> = {
  View: { create: (a) => new nn.View(...a.sizes(0)) },
};
