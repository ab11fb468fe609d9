import * as nn from "@rushlight/nn";
import { given } from "../given.ts";
import type { ModuleRow } from "../rows.ts";

/** Transfer functions. */
export const transferRows: Readonly<Record<string, ModuleRow>> = {
  LogSoftMax: { create: () => new nn.LogSoftMax() },
  ReLU: { create: (a) => new nn.ReLU(given({ inplace: a.optionalBoolean(0) })) },
  Sigmoid: { create: () => new nn.Sigmoid() },
  SoftMax: { create: () => new nn.SoftMax() },
  Tanh: { create: () => new nn.Tanh() },
  Threshold: {
    create: (a) => new nn.Threshold(a.optionalNumber(0), a.optionalNumber(1), given({ inplace: a.optionalBoolean(2) })),
  },
};
