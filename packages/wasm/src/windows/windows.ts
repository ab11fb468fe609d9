import type { WindowKernels } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { averagePoolKernels } from "./averagePool.ts";
import { convolveKernel, convolveWeightGradientKernel } from "./convolve.ts";
import { Integers } from "./Integers.ts";
import { maxPoolGradientKernel, maxPoolKernel, maxPoolWithinKernel } from "./maxPool.ts";
import { type PlaneFunction, runPlanes } from "./planes.ts";
import { columnsSizeOf, inputSizeOf } from "./sizes.ts";

/**
 * The window functions of an engine: the same bits wherever operands lie, and those of the plain ones but for the products.
 */
export function windowKernels(engine: Engine): WindowKernels {
  const { kernels } = engine;
  const integers = new Integers(engine);
  return {
    unfold(g, planes, x, xOffset, columns, columnsOffset) {
      const kernel = x instanceof Float32Array ? kernels.windows_unfold_f32 : kernels.windows_unfold_f64;
      const geometry = integers.addressOfGeometry(g);
      const run: PlaneFunction = (_first, some, from, to) => kernel(geometry, some, from, to);
      runPlanes(engine, run, planes, x, xOffset, inputSizeOf(g), columns, columnsOffset, columnsSizeOf(g), false);
    },
    fold(g, planes, columns, columnsOffset, x, xOffset) {
      const kernel = x instanceof Float32Array ? kernels.windows_fold_f32 : kernels.windows_fold_f64;
      const geometry = integers.addressOfGeometry(g);
      const run: PlaneFunction = (_first, some, from, to) => kernel(geometry, some, from, to);
      runPlanes(engine, run, planes, columns, columnsOffset, columnsSizeOf(g), x, xOffset, inputSizeOf(g), true);
    },
    convolve: convolveKernel(engine, integers),
    convolveWeightGradient: convolveWeightGradientKernel(engine, integers),
    maxPool: maxPoolKernel(engine, integers),
    maxPoolGradient: maxPoolGradientKernel(engine, integers),
    maxPoolWithin: maxPoolWithinKernel(engine, integers),
    ...averagePoolKernels(engine, integers),
  };
}
