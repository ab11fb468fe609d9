import * as nn from "@rushlight/nn";
import { LuaTensor } from "../../fixtures/values.ts";
import type { ModuleRow } from "../rows.ts";

/** Convolutions over sequences, images and volumes. */
export const convolutionRows: Readonly<Record<string, ModuleRow>> = {
  SpatialConvolution: {
    create: (a) =>
      new nn.SpatialConvolution(
        a.number(0),
        a.number(1),
        a.number(2),
        a.number(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
        a.optionalNumber(6),
        a.optionalNumber(7),
      ),
  },
  SpatialConvolutionLocal: {
    create: (a) =>
      new nn.SpatialConvolutionLocal(
        a.number(0),
        a.number(1),
        a.number(2),
        a.number(3),
        a.number(4),
        a.number(5),
        a.optionalNumber(6),
        a.optionalNumber(7),
        a.optionalNumber(8),
        a.optionalNumber(9),
      ),
  },
  SpatialConvolutionMap: {
    create: (a) =>
      new nn.SpatialConvolutionMap(a.indices(0), a.number(1), a.number(2), a.optionalNumber(3), a.optionalNumber(4)),
  },
  SpatialConvolutionMM: {
    create: (a) =>
      new nn.SpatialConvolutionMM(
        a.number(0),
        a.number(1),
        a.number(2),
        a.number(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
        a.optionalNumber(6),
        a.optionalNumber(7),
      ),
  },
  SpatialDepthWiseConvolution: {
    create: (a) =>
      new nn.SpatialDepthWiseConvolution(
        a.number(0),
        a.number(1),
        a.number(2),
        a.number(3),
        a.optionalNumber(4),
        a.optionalNumber(5),
        a.optionalNumber(6),
        a.optionalNumber(7),
      ),
    // Torch7's weight is a matrix until the first forward.
    parameters: (recorded, module) =>
      recorded.map((value, i) =>
        value instanceof LuaTensor ? new LuaTensor(value.dtype, module.parameters()[0][i].size(), value.data) : value,
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
      ),
  },
  SpatialFullConvolution: {
    create: (a) =>
      new nn.SpatialFullConvolution(
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
      ),
  },
  SpatialFullConvolutionMap: {
    create: (a) =>
      new nn.SpatialFullConvolutionMap(
        a.indices(0),
        a.number(1),
        a.number(2),
        a.optionalNumber(3),
        a.optionalNumber(4),
      ),
  },
  TemporalConvolution: {
    create: (a) => new nn.TemporalConvolution(a.number(0), a.number(1), a.number(2), a.optionalNumber(3)),
  },
  TemporalRowConvolution: {
    create: (a) =>
      new nn.TemporalRowConvolution(a.number(0), a.number(1), a.optionalNumber(2), {
        featFirst: a.optionalBoolean(3) ?? false,
      }),
  },
  VolumetricConvolution: {
    create: (a) =>
      new nn.VolumetricConvolution(
        a.number(0),
        a.number(1),
        a.number(2),
        a.number(3),
        a.number(4),
        a.optionalNumber(5),
        a.optionalNumber(6),
        a.optionalNumber(7),
        a.optionalNumber(8),
        a.optionalNumber(9),
        a.optionalNumber(10),
      ),
  },
  VolumetricDilatedConvolution: {
    create: (a) =>
      new nn.VolumetricDilatedConvolution(
        a.number(0),
        a.number(1),
        a.number(2),
        a.number(3),
        a.number(4),
        a.optionalNumber(5),
        a.optionalNumber(6),
        a.optionalNumber(7),
        a.optionalNumber(8),
        a.optionalNumber(9),
        a.optionalNumber(10),
        a.optionalNumber(11),
        a.optionalNumber(12),
        a.optionalNumber(13),
      ),
  },
  VolumetricFullConvolution: {
    create: (a) =>
      new nn.VolumetricFullConvolution(
        a.number(0),
        a.number(1),
        a.number(2),
        a.number(3),
        a.number(4),
        a.optionalNumber(5),
        a.optionalNumber(6),
        a.optionalNumber(7),
        a.optionalNumber(8),
        a.optionalNumber(9),
        a.optionalNumber(10),
        a.optionalNumber(11),
        a.optionalNumber(12),
        a.optionalNumber(13),
      ),
  },
};
