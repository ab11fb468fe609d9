import type { WindowGeometry } from "../../src/index.ts";

/** A position of a window. */
interface WindowPosition {
  /** Where it is in its plane of the input; undefined when it is outside. */
  readonly at: number | undefined;
  /** Whether it is in the input or in its padding, which is as wide at the end as at the start. */
  readonly padded: boolean;
}

/** The windows of a geometry in the order of the output, each with its positions in row-major order: the definition. */
export function windowsOf(g: WindowGeometry): WindowPosition[][] {
  const outputs = indices(g.outputTime, g.outputHeight, g.outputWidth);
  const kernel = indices(g.kernelTime, g.kernelHeight, g.kernelWidth);
  return outputs.map(([ot, oh, ow]) =>
    kernel.map(([kt, kh, kw]) => {
      const t = ot * g.strideTime - g.padTime + kt * g.dilationTime;
      const h = oh * g.strideHeight - g.padHeight + kh * g.dilationHeight;
      const w = ow * g.strideWidth - g.padWidth + kw * g.dilationWidth;
      const inside = isIn(t, g.inputTime, 0) && isIn(h, g.inputHeight, 0) && isIn(w, g.inputWidth, 0);
      return {
        at: inside ? (t * g.inputHeight + h) * g.inputWidth + w : undefined,
        padded:
          isIn(t, g.inputTime, g.padTime) && isIn(h, g.inputHeight, g.padHeight) && isIn(w, g.inputWidth, g.padWidth),
      };
    }),
  );
}

/** The elements of a plane of the input. */
export function inputSize(g: WindowGeometry): number {
  return g.inputTime * g.inputHeight * g.inputWidth;
}

/** The elements of a plane of the output. */
export function outputSize(g: WindowGeometry): number {
  return g.outputTime * g.outputHeight * g.outputWidth;
}

/** The positions of a window. */
export function kernelSize(g: WindowGeometry): number {
  return g.kernelTime * g.kernelHeight * g.kernelWidth;
}

function isIn(position: number, extent: number, padding: number): boolean {
  return position >= -padding && position < extent + padding;
}

function indices(times: number, heights: number, widths: number): [number, number, number][] {
  return Array.from({ length: times * heights * widths }, (_, i) => [
    Math.floor(i / (heights * widths)),
    Math.floor(i / widths) % heights,
    i % widths,
  ]);
}
