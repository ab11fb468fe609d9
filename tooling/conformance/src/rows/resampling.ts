import {
  PixelShuffle,
  SpatialReflectionPadding,
  SpatialReplicationPadding,
  SpatialUpSamplingBilinear,
  SpatialUpSamplingNearest,
  SpatialZeroPadding,
  UpSampling,
  VolumetricReplicationPadding,
} from "@rushlight/layers";
import { randn } from "@rushlight/tensor";
import { batchless, type Row } from "./Row.ts";

// UpSampling takes batches only: it tells images from volumes by the number of dimensions.

/** Padding and resampling of images. */
export const resamplingRows: readonly Row[] = [
  {
    name: "SpatialZeroPadding of images",
    module: () => new SpatialZeroPadding(2, 1, 1, 0),
    input: () => randn(2, 2, 3, 4),
  },
  {
    name: "SpatialZeroPadding of one image, with rows and columns left out",
    module: () => new SpatialZeroPadding(-1, 2, 1, -2),
    input: () => randn(2, 4, 3),
    ...batchless,
  },
  {
    name: "SpatialReflectionPadding of images",
    module: () => new SpatialReflectionPadding(3, 1, 2, 0),
    input: () => randn(2, 2, 3, 4),
  },
  {
    name: "SpatialReflectionPadding of one image, with what is mirrored left out",
    module: () => new SpatialReflectionPadding(-3, 2, 1, -1),
    input: () => randn(2, 3, 4),
    ...batchless,
  },
  {
    name: "SpatialReplicationPadding of images",
    module: () => new SpatialReplicationPadding(3, 1, 2, 0),
    input: () => randn(2, 2, 3, 2),
  },
  {
    name: "SpatialReplicationPadding of one image, with rows and columns left out",
    module: () => new SpatialReplicationPadding(-1, 2, 1, -2),
    input: () => randn(2, 4, 3),
    ...batchless,
  },
  {
    name: "VolumetricReplicationPadding of volumes",
    module: () => new VolumetricReplicationPadding(1, 0, 2, 1, 0, 2),
    input: () => randn(2, 2, 2, 3, 2),
  },
  {
    name: "VolumetricReplicationPadding of one volume, with planes left out",
    module: () => new VolumetricReplicationPadding(1, 1, 0, -1, -1, 2),
    input: () => randn(2, 3, 3, 2),
    ...batchless,
  },
  { name: "PixelShuffle of images", module: () => new PixelShuffle(2), input: () => randn(2, 8, 2, 3) },
  { name: "PixelShuffle of one image", module: () => new PixelShuffle(3), input: () => randn(9, 2, 1), ...batchless },
  {
    name: "SpatialUpSamplingNearest of images",
    module: () => new SpatialUpSamplingNearest(2),
    input: () => randn(2, 2, 3, 2),
  },
  {
    name: "SpatialUpSamplingNearest of one image",
    module: () => new SpatialUpSamplingNearest(3),
    input: () => randn(2, 2, 3),
    ...batchless,
  },
  {
    name: "SpatialUpSamplingBilinear of images",
    module: () => new SpatialUpSamplingBilinear(2),
    input: () => randn(2, 2, 3, 4),
  },
  {
    name: "SpatialUpSamplingBilinear of one image to a size",
    module: () => new SpatialUpSamplingBilinear({ oheight: 7, owidth: 2 }),
    input: () => randn(2, 3, 4),
    ...batchless,
  },
  {
    name: "UpSampling of images, nearest",
    module: () => new UpSampling(2),
    input: () => randn(2, 2, 3, 2),
    ...batchless,
  },
  {
    name: "UpSampling of volumes, nearest",
    module: () => new UpSampling(2),
    input: () => randn(2, 1, 2, 3, 2),
    ...batchless,
  },
  {
    name: "UpSampling of images, linear",
    module: () => new UpSampling(3, "bilinear"),
    input: () => randn(2, 2, 3, 2),
    ...batchless,
  },
  {
    name: "UpSampling of volumes, linear",
    module: () => new UpSampling(2, "trilinear"),
    input: () => randn(2, 1, 2, 3, 2),
    ...batchless,
  },
  {
    name: "UpSampling of volumes to a size",
    module: () => new UpSampling({ odepth: 3, oheight: 2, owidth: 5 }, "linear"),
    input: () => randn(2, 2, 2, 3, 2),
    ...batchless,
  },
];
