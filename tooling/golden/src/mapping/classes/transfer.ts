import * as nn from "@rushlight/nn";
import { given } from "../given.ts";
import type { LuaArguments } from "../LuaArguments.ts";
import type { ModuleRow } from "../rows.ts";

/** Transfer functions. */
export const transferRows: Readonly<Record<string, ModuleRow>> = {
  Abs: { create: () => new nn.Abs() },
  Clamp: { create: (a) => new nn.Clamp(a.number(0), a.number(1)) },
  ELU: { create: (a) => new nn.ELU(a.optionalNumber(0), inplace(a, 1)) },
  Exp: { create: () => new nn.Exp() },
  GatedLinearUnit: { create: (a) => new nn.GatedLinearUnit(a.optionalDimension(0)) },
  HardShrink: { create: (a) => new nn.HardShrink(a.optionalNumber(0)) },
  HardTanh: { create: (a) => new nn.HardTanh(a.optionalNumber(0), a.optionalNumber(1), inplace(a, 2)) },
  LeakyReLU: { create: (a) => new nn.LeakyReLU(a.optionalNumber(0), inplace(a, 1)) },
  Log: { create: () => new nn.Log() },
  LogSigmoid: { create: () => new nn.LogSigmoid() },
  LogSoftMax: { create: () => new nn.LogSoftMax() },
  Power: { create: (a) => new nn.Power(a.number(0)) },
  PReLU: { create: (a) => new nn.PReLU(a.optionalNumber(0)) },
  RReLU: { create: (a) => new nn.RReLU(a.optionalNumber(0), a.optionalNumber(1), inplace(a, 2)) },
  ReLU: { create: (a) => new nn.ReLU(inplace(a, 0)) },
  ReLU6: { create: (a) => new nn.ReLU6(inplace(a, 0)) },
  Sigmoid: { create: () => new nn.Sigmoid() },
  SoftMax: { create: () => new nn.SoftMax() },
  SoftMin: { create: () => new nn.SoftMin() },
  SoftPlus: { create: (a) => new nn.SoftPlus(a.optionalNumber(0)) },
  SoftShrink: { create: (a) => new nn.SoftShrink(a.optionalNumber(0)) },
  SoftSign: { create: () => new nn.SoftSign() },
  SpatialLogSoftMax: { create: () => new nn.SpatialLogSoftMax() },
  SpatialSoftMax: { create: () => new nn.SpatialSoftMax() },
  Sqrt: {
    create: (a) => {
      // Torch7 keeps an epsilon and does nothing with it.
      a.optionalNumber(0);
      return new nn.Sqrt();
    },
  },
  Square: { create: () => new nn.Square() },
  Tanh: { create: () => new nn.Tanh() },
  TanhShrink: { create: () => new nn.TanhShrink() },
  Threshold: { create: (a) => new nn.Threshold(a.optionalNumber(0), a.optionalNumber(1), inplace(a, 2)) },
};

function inplace(a: LuaArguments, position: number): nn.InplaceOptions {
  return given({ inplace: a.optionalBoolean(position) });
}
