import type { WindowKernels } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { convolveKernel, convolveWeightGradientKernel } from "./convolve.ts";
import { Integers } from "./Integers.ts";
import { maxPoolGradientKernel, maxPoolKernel } from "./maxPool.ts";
import { runPlanes } from "./planes.ts";
import { columnsSizeOf, inputSizeOf, outputSizeOf } from "./sizes.ts";

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
      const to = columnsSizeOf(g);
      runPlanes(engine, kernel, geometry, planes, x, xOffset, inputSizeOf(g), columns, columnsOffset, to, false, false);
    },
    fold(g, planes, columns, columnsOffset, x, xOffset) {
      const kernel = x instanceof Float32Array ? kernels.windows_fold_f32 : kernels.windows_fold_f64;
      const geometry = integers.addressOfGeometry(g);
      const from = columnsSizeOf(g);
      runPlanes(
        engine,
        kernel,
        geometry,
        planes,
        columns,
        columnsOffset,
        from,
        x,
        xOffset,
        inputSizeOf(g),
        true,
        false,
      );
    },
    convolve: convolveKernel(engine, integers),
    convolveWeightGradient: convolveWeightGradientKernel(engine, integers),
    maxPool: maxPoolKernel(engine, integers),
    maxPoolGradient: maxPoolGradientKernel(engine, integers),
    averagePool(g, planes, countPadding, x, xOffset, y, yOffset) {
      const kernel = x instanceof Float32Array ? kernels.windows_averagePool_f32 : kernels.windows_averagePool_f64;
      const geometry = integers.addressOfGeometry(g);
      const to = outputSizeOf(g);
      runPlanes(engine, kernel, geometry, planes, x, xOffset, inputSizeOf(g), y, yOffset, to, false, countPadding);
    },
    averagePoolGradient(g, planes, countPadding, gradOutput, fromOffset, gradInput, toOffset) {
      const wide = gradOutput instanceof Float64Array;
      const kernel = wide ? kernels.windows_averagePoolGradient_f64 : kernels.windows_averagePoolGradient_f32;
      const geometry = integers.addressOfGeometry(g);
      const from = outputSizeOf(g);
      const to = inputSizeOf(g);
      runPlanes(
        engine,
        kernel,
        geometry,
        planes,
        gradOutput,
        fromOffset,
        from,
        gradInput,
        toOffset,
        to,
        true,
        countPadding,
      );
    },
  };
}
