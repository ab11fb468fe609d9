import type { RowGradientKernel, RowKernel, RowKernels } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { copyIn, copyOut } from "../engine/staging.ts";

/** Elements that are copied at a time, if no `[size, inner]` is larger: they stay in the cache. */
const BLOCK = 4096;

type RowFunction = (outer: number, size: number, inner: number, x: number, y: number) => void;
type RowGradientFunction = (
  outer: number,
  size: number,
  inner: number,
  output: number,
  gradOutput: number,
  gradInput: number,
) => void;

/** The row functions of an engine. */
export function rowKernels(engine: Engine): RowKernels {
  const { kernels } = engine;
  return {
    softMax: rowKernel(engine, kernels.rows_softMax_f32, kernels.rows_softMax_f64),
    softMaxGradient: gradientKernel(engine, kernels.rows_softMaxGradient_f32, kernels.rows_softMaxGradient_f64),
    logSoftMax: rowKernel(engine, kernels.rows_logSoftMax_f32, kernels.rows_logSoftMax_f64),
    logSoftMaxGradient: gradientKernel(
      engine,
      kernels.rows_logSoftMaxGradient_f32,
      kernels.rows_logSoftMaxGradient_f64,
    ),
  };
}

function rowKernel(engine: Engine, rows32: RowFunction, rows64: RowFunction): RowKernel {
  return (outer, size, inner, x, xOffset, y, yOffset) => {
    const kernel = x instanceof Float32Array ? rows32 : rows64;
    // Addresses first: taking scratch memory may replace the buffer that arrays are recognised by.
    let from = engine.addressOf(x, xOffset);
    let to = engine.addressOf(y, yOffset);
    if (from !== 0 && to !== 0) return kernel(outer, size, inner, from, to);
    const block = size * inner;
    const bytes = block * x.BYTES_PER_ELEMENT;
    const some = blocksAtOnce(outer, block);
    const copiesIn = from === 0;
    const copiesOut = to === 0;
    if (copiesOut) to = engine.scratch(0, some * bytes);
    for (let done = 0; done < outer; done += some) {
      const part = Math.min(outer - done, some);
      // What must be copied is copied to where the result goes, and computed in place.
      if (copiesIn) {
        copyIn(engine, part * block, x, xOffset + done * block, 1, to);
        from = to;
      }
      kernel(part, size, inner, from, to);
      if (copiesOut) copyOut(engine, part * block, to, y, yOffset + done * block, 1);
      else to += part * bytes;
      from += part * bytes;
    }
  };
}

function gradientKernel(engine: Engine, rows32: RowGradientFunction, rows64: RowGradientFunction): RowGradientKernel {
  return (outer, size, inner, output, outputOffset, gradOutput, gradOutputOffset, gradInput, gradInputOffset) => {
    const kernel = output instanceof Float32Array ? rows32 : rows64;
    let y = engine.addressOf(output, outputOffset);
    let gradY = engine.addressOf(gradOutput, gradOutputOffset);
    let gradX = engine.addressOf(gradInput, gradInputOffset);
    if (y !== 0 && gradY !== 0 && gradX !== 0) return kernel(outer, size, inner, y, gradY, gradX);
    const block = size * inner;
    const bytes = block * output.BYTES_PER_ELEMENT;
    const some = blocksAtOnce(outer, block);
    const copiesOutput = y === 0;
    const copiesGradient = gradY === 0;
    const copiesOut = gradX === 0;
    if (copiesOutput) y = engine.scratch(0, some * bytes);
    if (copiesOut) gradX = engine.scratch(1, some * bytes);
    for (let done = 0; done < outer; done += some) {
      const part = Math.min(outer - done, some);
      const count = part * block;
      if (copiesOutput) copyIn(engine, count, output, outputOffset + done * block, 1, y);
      if (copiesGradient) {
        copyIn(engine, count, gradOutput, gradOutputOffset + done * block, 1, gradX);
        gradY = gradX;
      }
      kernel(part, size, inner, y, gradY, gradX);
      if (copiesOut) copyOut(engine, count, gradX, gradInput, gradInputOffset + done * block, 1);
      else gradX += part * bytes;
      if (!copiesOutput) y += part * bytes;
      gradY += part * bytes;
    }
  };
}

/** How many `[size, inner]` are copied at a time. */
function blocksAtOnce(outer: number, block: number): number {
  return Math.min(outer, Math.max(1, Math.floor(BLOCK / Math.max(block, 1))));
}
