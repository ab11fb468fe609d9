import type { WindowGeometry, WindowKernels } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { copyIn, copyOut } from "../engine/staging.ts";
import type { Integers } from "./Integers.ts";
import { inputSizeOf, outputSizeOf } from "./sizes.ts";

/**
 * Elements that a kernel goes through at a time. Also when all operands are resident: the sums of a gradient are added up at
 * the end of each call, so their order must not depend on where operands lie.
 */
const BLOCK = 65_536;

/** The products of weights and windows, with operands wherever they lie. */
export function convolveKernel(engine: Engine, integers: Integers): WindowKernels["convolve"] {
  const { windows_convolve_f32, windows_convolve_f64 } = engine.kernels;
  return (g, planes, outputs, samples, x, xOffset, weight, weightOffset, bias, biasOffset, y, yOffset) => {
    const kernel = x instanceof Float32Array ? windows_convolve_f32 : windows_convolve_f64;
    const bytes = x.BYTES_PER_ELEMENT;
    const terms = termsOf(g, planes);
    const xSize = planes * inputSizeOf(g);
    const ySize = outputs * outputSizeOf(g);
    const weights = outputs * terms;
    const some = samplesAtOnce(samples, Math.max(xSize, ySize));
    // Addresses first: taking scratch memory may replace the buffer that arrays are recognised by.
    let from = engine.addressOf(x, xOffset);
    let to = engine.addressOf(y, yOffset);
    let weightAt = engine.addressOf(weight, weightOffset);
    let biasAt = bias === undefined ? 0 : engine.addressOf(bias, biasOffset);
    const copiesIn = from === 0;
    const copiesOut = to === 0;
    const offsets = engine.scratch(3, terms * 4);
    if (copiesIn) from = engine.scratch(0, some * xSize * bytes);
    if (copiesOut) to = engine.scratch(1, some * ySize * bytes);
    const parameters = weightAt !== 0 && (bias === undefined || biasAt !== 0);
    const copies = parameters ? 0 : engine.scratch(2, (weights + outputs) * bytes);
    if (weightAt === 0) {
      copyIn(engine, weights, weight, weightOffset, 1, copies);
      weightAt = copies;
    }
    if (bias !== undefined && biasAt === 0) {
      biasAt = copies + weights * bytes;
      copyIn(engine, outputs, bias, biasOffset, 1, biasAt);
    }
    const geometry = integers.addressOfGeometry(g);
    for (let done = 0; done < samples; done += some) {
      const part = Math.min(some, samples - done);
      if (copiesIn) copyIn(engine, part * xSize, x, xOffset + done * xSize, 1, from);
      kernel(geometry, planes, outputs, part, from, weightAt, biasAt, to, offsets);
      if (!copiesIn) from += part * xSize * bytes;
      if (copiesOut) copyOut(engine, part * ySize, to, y, yOffset + done * ySize, 1);
      else to += part * ySize * bytes;
    }
  };
}

/** The gradients of the weights, with operands wherever they lie. */
export function convolveWeightGradientKernel(
  engine: Engine,
  integers: Integers,
): WindowKernels["convolveWeightGradient"] {
  const { windows_convolveWeightGradient_f32, windows_convolveWeightGradient_f64 } = engine.kernels;
  return (g, planes, outputs, samples, scale, x, xOffset, gradY, yOffset, gradWeight, weightOffset) => {
    const wide = x instanceof Float64Array;
    const kernel = wide ? windows_convolveWeightGradient_f64 : windows_convolveWeightGradient_f32;
    const bytes = x.BYTES_PER_ELEMENT;
    const terms = termsOf(g, planes);
    const xSize = planes * inputSizeOf(g);
    const ySize = outputs * outputSizeOf(g);
    const weights = outputs * terms;
    const some = samplesAtOnce(samples, Math.max(xSize, ySize));
    let from = engine.addressOf(x, xOffset);
    let gradFrom = engine.addressOf(gradY, yOffset);
    let to = engine.addressOf(gradWeight, weightOffset);
    const copiesIn = from === 0;
    const copiesGradient = gradFrom === 0;
    const copiesOut = to === 0;
    // A place and a vector of sums for each term, with terms padded to fours and outputs to pairs.
    const fours = Math.ceil(terms / 4) * 4;
    const sums = engine.scratch(3, fours * 4 + (outputs + 1) * fours * 16);
    if (copiesIn) from = engine.scratch(0, some * xSize * bytes);
    if (copiesGradient) gradFrom = engine.scratch(1, some * ySize * bytes);
    if (copiesOut) {
      to = engine.scratch(2, weights * bytes);
      copyIn(engine, weights, gradWeight, weightOffset, 1, to);
    }
    const geometry = integers.addressOfGeometry(g);
    for (let done = 0; done < samples; done += some) {
      const part = Math.min(some, samples - done);
      if (copiesIn) copyIn(engine, part * xSize, x, xOffset + done * xSize, 1, from);
      if (copiesGradient) copyIn(engine, part * ySize, gradY, yOffset + done * ySize, 1, gradFrom);
      kernel(geometry, planes, outputs, outputs, part, scale, from, gradFrom, to, sums);
      if (!copiesIn) from += part * xSize * bytes;
      if (!copiesGradient) gradFrom += part * ySize * bytes;
    }
    if (copiesOut) copyOut(engine, weights, to, gradWeight, weightOffset, 1);
  };
}

function termsOf(g: WindowGeometry, planes: number): number {
  return planes * g.kernelTime * g.kernelHeight * g.kernelWidth;
}

function samplesAtOnce(samples: number, size: number): number {
  return Math.min(samples, Math.max(1, Math.floor(BLOCK / size)));
}
