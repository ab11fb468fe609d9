import * as nn from "@rushlight/nn";
import { given } from "../given.ts";
import type { ModuleRow } from "../rows.ts";

/** Layers that take or give tables. */
export const tableRows: Readonly<Record<string, ModuleRow>> = {
  CAddTable: { create: (a) => new nn.CAddTable(given({ inplace: a.optionalBoolean(0) })) },
  CAddTensorTable: { create: () => new nn.CAddTensorTable() },
  CDivTable: { create: () => new nn.CDivTable() },
  CMaxTable: { create: () => new nn.CMaxTable() },
  CMinTable: { create: () => new nn.CMinTable() },
  CMulTable: { create: () => new nn.CMulTable() },
  CosineDistance: { create: () => new nn.CosineDistance() },
  CriterionTable: { create: (a) => new nn.CriterionTable(a.criterion(0)) },
  CSubTable: { create: () => new nn.CSubTable() },
  DotProduct: { create: () => new nn.DotProduct() },
  FlattenTable: { create: () => new nn.FlattenTable() },
  GradientReversal: { create: (a) => new nn.GradientReversal(a.optionalNumber(0)) },
  Identity: { create: () => new nn.Identity() },
  Index: { create: (a) => new nn.Index(a.dimension(0)) },
  JoinTable: { create: (a) => new nn.JoinTable(a.dimension(0), given({ nInputDims: a.optionalNumber(1) })) },
  MaskedSelect: { create: () => new nn.MaskedSelect() },
  MixtureTable: { create: (a) => new nn.MixtureTable(a.optionalDimension(0)) },
  MM: { create: (a) => new nn.MM(given({ transA: a.optionalBoolean(0), transB: a.optionalBoolean(1) })) },
  MV: { create: (a) => new nn.MV(given({ trans: a.optionalBoolean(0) })) },
  NarrowTable: { create: (a) => new nn.NarrowTable(a.index(0), a.optionalNumber(1)) },
  PairwiseDistance: { create: (a) => new nn.PairwiseDistance(a.optionalNumber(0)) },
  PrintSize: { create: (a) => new nn.PrintSize(a.optionalString(0)) },
  SelectTable: { create: (a) => new nn.SelectTable(a.index(0)) },
  SplitTable: { create: (a) => new nn.SplitTable(a.dimension(0), given({ nInputDims: a.optionalNumber(1) })) },
  ZeroGrad: { create: () => new nn.ZeroGrad() },
  ZipTable: { create: () => new nn.ZipTable() },
  ZipTableOneToMany: { create: () => new nn.ZipTableOneToMany() },
};
