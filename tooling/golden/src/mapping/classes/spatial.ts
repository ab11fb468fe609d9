import * as nn from "@rushlight/nn";
import type { ModuleRow } from "../rows.ts";

/** Convolutions over images. */
export const spatialRows: Readonly<Record<string, ModuleRow>> = {
  SpatialConvolution: {
    create: (a) =>
      new nn.SpatialConvolution(
        a.number(0),
        a.number(1),
        a.number(2),
        a.number(3),
/** Pooling over images. */
export const spatialRows: Readonly<Record<string, ModuleRow>> = {
  SpatialAveragePooling: {
    create: (a) =>
      new nn.SpatialAveragePooling(
        a.number(0),
        a.number(1),
        a.optionalNumber(2),
        a.optionalNumber(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
      ),
  },
  SpatialDilatedMaxPooling: {
    create: (a) =>
      new nn.SpatialDilatedMaxPooling(
        a.number(0),
        a.number(1),
        a.optionalNumber(2),
        a.optionalNumber(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
        a.optionalNumber(6),
        a.optionalNumber(7),
      ),
  },
  SpatialDilatedConvolution: {
    create: (a) =>
      new nn.SpatialDilatedConvolution(
        a.number(0),
        a.number(1),
        a.number(2),
        a.number(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
        a.optionalNumber(6),
        a.optionalNumber(7),
        a.optionalNumber(8),
        a.optionalNumber(9),
  SpatialMaxPooling: {
    create: (a) =>
      new nn.SpatialMaxPooling(
        a.number(0),
        a.number(1),
        a.optionalNumber(2),
        a.optionalNumber(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
      ),
  },
};
