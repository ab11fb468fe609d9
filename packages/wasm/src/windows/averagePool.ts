import type { WindowKernels } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { boundsOf } from "./boundsOf.ts";
import type { Integers } from "./Integers.ts";
import { type PlaneFunction, runPlanes } from "./planes.ts";
import { inputSizeOf, outputSizeOf } from "./sizes.ts";

/** The means of windows and their gradients, with operands wherever they lie. */
export function averagePoolKernels(
  engine: Engine,
  integers: Integers,
): Pick<WindowKernels, "averagePool" | "averagePoolGradient" | "averagePoolWithin" | "averagePoolWithinGradient"> {
  const { kernels } = engine;
  return {
    averagePool(g, planes, countPadding, x, xOffset, y, yOffset) {
      const kernel = x instanceof Float32Array ? kernels.windows_averagePool_f32 : kernels.windows_averagePool_f64;
      const geometry = integers.addressOfGeometry(g);
      const padding = countPadding ? 1 : 0;
      const run: PlaneFunction = (_first, some, from, to) => kernel(geometry, some, from, to, padding);
      runPlanes(engine, run, planes, x, xOffset, inputSizeOf(g), y, yOffset, outputSizeOf(g), false);
    },
    averagePoolGradient(g, planes, countPadding, gradOutput, fromOffset, gradInput, toOffset) {
      const wide = gradOutput instanceof Float64Array;
      const kernel = wide ? kernels.windows_averagePoolGradient_f64 : kernels.windows_averagePoolGradient_f32;
      const geometry = integers.addressOfGeometry(g);
      const padding = countPadding ? 1 : 0;
      const run: PlaneFunction = (_first, some, from, to) =>
        kernel(geometry, some, from, to, padding, engine.scratch(2, 8 * g.outputWidth));
      runPlanes(
        engine,
        run,
        planes,
        gradOutput,
        fromOffset,
        outputSizeOf(g),
        gradInput,
        toOffset,
        inputSizeOf(g),
        true,
      );
    },
    averagePoolWithin(g, planes, bounds, boundsOffset, step, x, xOffset, y, yOffset) {
      const wide = x instanceof Float64Array;
      const kernel = wide ? kernels.windows_averagePoolWithin_f64 : kernels.windows_averagePoolWithin_f32;
      const extents = integers.addressOfExtents(g);
      const boundsAt = boundsOf(engine, integers, g, bounds, boundsOffset, step);
      const run: PlaneFunction = (first, some, from, to) =>
        kernel(extents, some, boundsAt(first, some), step, from, to);
      runPlanes(engine, run, planes, x, xOffset, inputSizeOf(g), y, yOffset, outputSizeOf(g), false);
    },
    averagePoolWithinGradient(g, planes, bounds, boundsOffset, step, gradOutput, fromOffset, gradInput, toOffset) {
      const wide = gradOutput instanceof Float64Array;
      const kernel = wide
        ? kernels.windows_averagePoolWithinGradient_f64
        : kernels.windows_averagePoolWithinGradient_f32;
      const extents = integers.addressOfExtents(g);
      const boundsAt = boundsOf(engine, integers, g, bounds, boundsOffset, step);
      const run: PlaneFunction = (first, some, from, to) =>
        kernel(extents, some, boundsAt(first, some), step, from, to);
      runPlanes(
        engine,
        run,
        planes,
        gradOutput,
        fromOffset,
        outputSizeOf(g),
        gradInput,
        toOffset,
        inputSizeOf(g),
        true,
      );
    },
  };
}
