import type { Kernel } from "../callKernel.ts";
import type { Extents } from "./Extents.ts";
import { partStart, type Splitter } from "./Splitter.ts";

/**
 * `windows_unfold_*`, `windows_averagePool_*` and their gradients: by planes. The first operand is the address of the
 * geometry, the third and fourth are those of the planes; what follows stays as it is.
 * `from` and `to` are the elements of a plane of the third operand and of the fourth, `scratchNeeded` the bytes of scratch
 * memory that a part takes.
 */
export function splitPlanes(
  { fork, number, kernel, bytes, least, scratchBytes }: Splitter,
  extents: Extents,
  from: PlaneSize,
  to: PlaneSize,
  scratchNeeded: PlaneSize = nothing,
): Kernel {
  return (geometry, planes, x, y, a, b) => {
    extents.read(geometry);
    const xSize = from(extents);
    const ySize = to(extents);
    const parts = fork.partsFor(planes * columnsOf(extents), least, planes);
    if (parts === 1 || scratchNeeded(extents) > scratchBytes) return kernel(geometry, planes, x, y, a, b);
    for (let part = 0; part < parts; part++) {
      const start = partStart(planes, 1, parts, part);
      const some = partStart(planes, 1, parts, part + 1) - start;
      fork.put(geometry, some, x + start * xSize * bytes, y + start * ySize * bytes, a, b);
    }
    return fork.run(number, kernel);
  };
}

/** A size that follows from the geometry. */
export type PlaneSize = (extents: Extents) => number;

/** The elements of a plane of the input. */
export const inputOf: PlaneSize = ({ input }) => input;
/** Those of the output. */
export const outputOf: PlaneSize = ({ output }) => output;
/** The elements under all windows of a plane. */
export const columnsOf: PlaneSize = ({ kernel, output }) => kernel * output;
const nothing: PlaneSize = () => 0;

/** `windows_maxPool_*`: by planes, whose positions are 32-bit integers. */
export function splitMaxPool({ fork, number, kernel, bytes, least }: Splitter, extents: Extents): Kernel {
  return (geometry, planes, x, y, positions) => {
    extents.read(geometry);
    const { input, output } = extents;
    const parts = fork.partsFor(planes * columnsOf(extents), least, planes);
    if (parts === 1) return kernel(geometry, planes, x, y, positions);
    for (let part = 0; part < parts; part++) {
      const start = partStart(planes, 1, parts, part);
      const some = partStart(planes, 1, parts, part + 1) - start;
      const positionsAt = positions + start * output * 4;
      fork.put(geometry, some, x + start * input * bytes, y + start * output * bytes, positionsAt);
    }
    return fork.run(number, kernel);
  };
}

/** `windows_maxPoolGradient_*`: by planes. */
export function splitMaxPoolGradient({ fork, number, kernel, bytes, least }: Splitter): Kernel {
  return (planes, input, output, gradOutput, positions, gradInput) => {
    const parts = fork.partsFor(planes * output, least, planes);
    if (parts === 1) return kernel(planes, input, output, gradOutput, positions, gradInput);
    for (let part = 0; part < parts; part++) {
      const start = partStart(planes, 1, parts, part);
      const some = partStart(planes, 1, parts, part + 1) - start;
      const gradOutputAt = gradOutput + start * output * bytes;
      const positionsAt = positions + start * output * 4;
      fork.put(some, input, output, gradOutputAt, positionsAt, gradInput + start * input * bytes);
    }
    return fork.run(number, kernel);
  };
}

/** `windows_*Within_*`: by planes, whose windows are given one by one, so many numbers apart. */
export function splitWithin(
  { fork, number, kernel, bytes, least }: Splitter,
  extents: Extents,
  from: PlaneSize,
  to: PlaneSize,
): Kernel {
  return (geometry, planes, bounds, step, x, y, positions) => {
    extents.read(geometry);
    const xSize = from(extents);
    const ySize = to(extents);
    const parts = fork.partsFor(planes * Math.max(xSize, ySize), least, planes);
    if (parts === 1) return kernel(geometry, planes, bounds, step, x, y, positions);
    for (let part = 0; part < parts; part++) {
      const start = partStart(planes, 1, parts, part);
      const some = partStart(planes, 1, parts, part + 1) - start;
      const xAt = x + start * xSize * bytes;
      const yAt = y + start * ySize * bytes;
      fork.put(geometry, some, bounds + start * step * 4, step, xAt, yAt, positions + start * extents.output * 4);
    }
    return fork.run(number, kernel);
  };
}

/** `windows_convolve_*`: by samples. The work is counted in multiply-adds. */
export function splitConvolve(
  { fork, number, kernel, bytes, least, scratchBytes }: Splitter,
  extents: Extents,
): Kernel {
  return (geometry, planes, outputs, samples, x, weight, bias, y, scratch) => {
    extents.read(geometry);
    const { input, output, kernel: terms } = extents;
    const parts = fork.partsFor(samples * outputs * output * planes * terms, least, samples);
    if (parts === 1 || planes * terms * 4 > scratchBytes) {
      return kernel(geometry, planes, outputs, samples, x, weight, bias, y, scratch);
    }
    for (let part = 0; part < parts; part++) {
      const start = partStart(samples, 1, parts, part);
      const some = partStart(samples, 1, parts, part + 1) - start;
      const xAt = x + start * planes * input * bytes;
      const yAt = y + start * outputs * output * bytes;
      fork.put(geometry, planes, outputs, some, xAt, weight, bias, yAt, scratch);
    }
    return fork.run(number, kernel);
  };
}

/** `windows_convolveWeightGradient_*`: by outputs, in pairs, since a weight's sum goes over all samples. */
export function splitWeightGradient(
  { fork, number, kernel, bytes, least, scratchBytes }: Splitter,
  extents: Extents,
): Kernel {
  return (geometry, planes, outputs, all, samples, scale, x, gradY, gradWeight, scratch) => {
    extents.read(geometry);
    const { output } = extents;
    const terms = planes * extents.kernel;
    const work = samples * outputs * output * terms;
    const parts = fork.partsFor(work, least, Math.ceil(outputs / OUTPUTS));
    // A place and a vector of sums for each term, with terms padded to fours and outputs to pairs.
    const fours = Math.ceil(terms / 4) * 4;
    const needed = fours * 4 + (Math.ceil(outputs / parts) + 2 * OUTPUTS) * fours * 16;
    if (parts === 1 || needed > scratchBytes) {
      return kernel(geometry, planes, outputs, all, samples, scale, x, gradY, gradWeight, scratch);
    }
    for (let part = 0; part < parts; part++) {
      const start = partStart(outputs, OUTPUTS, parts, part);
      const some = partStart(outputs, OUTPUTS, parts, part + 1) - start;
      const gradYAt = gradY + start * output * bytes;
      const gradWeightAt = gradWeight + start * terms * bytes;
      fork.put(geometry, planes, some, all, samples, scale, x, gradYAt, gradWeightAt, scratch);
    }
    return fork.run(number, kernel);
  };
}

/** Outputs that are computed at a time. */
const OUTPUTS = 2;
