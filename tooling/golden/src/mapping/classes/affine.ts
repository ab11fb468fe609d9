import * as nn from "@rushlight/nn";
import { given } from "../given.ts";
import type { ModuleRow } from "../rows.ts";

/** Linear maps and distances to learned points. */
export const affineRows: Readonly<Record<string, ModuleRow>> = {
  Linear: { create: (a) => new nn.Linear(a.number(0), a.number(1), given({ bias: a.optionalBoolean(2) })) },
};
