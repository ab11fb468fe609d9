import type { FloatArray } from "@rushlight/tensor";
import type { Extents, PerDimension } from "./Extents.ts";
import type { Sampler } from "./Sampler.ts";

/** Between which two positions of the input each position of the output lies, and how far from the lower one. */
interface Places {
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  /** From 0, at the lower position, to 1, at the upper one. */
  readonly fraction: Float64Array;
}

/** A row between rows of the input, or of its gradient. */
let row = new Float64Array();

/** What lies on lines between elements, with the first and last ones where they were. */
export class Interpolation implements Sampler {
  private extents: Extents = [0, 0, 0];
  private places: PerDimension<Places> = [alignedPlaces(0, 0), alignedPlaces(0, 0), alignedPlaces(0, 0)];

  /** Takes over the extents of a plane of the input and of the output. */
  prepare(input: Extents, output: Extents): void {
    this.extents = input;
    this.places = [
      alignedPlaces(input[0], output[0]),
      alignedPlaces(input[1], output[1]),
      alignedPlaces(input[2], output[2]),
    ];
  }

  /** y ← the elements that lie at the places of x. */
  sample(planes: number, x: FloatArray, xOffset: number, y: FloatArray, yOffset: number): void {
    const [times, heights, widths] = this.places;
    const [inputTime, inputHeight, inputWidth] = this.extents;
    const { lower, upper, fraction } = widths;
    const between = rowOf(inputWidth);
    for (let plane = 0; plane < planes; plane++) {
      for (let t = 0; t < times.lower.length; t++) {
        for (let h = 0; h < heights.lower.length; h++) {
          between.fill(0, 0, inputWidth);
          for (let corner = 0; corner < 4; corner++) {
            const weight = share(times, t, corner >> 1) * share(heights, h, corner & 1);
            if (weight === 0) continue;
            const at = side(times, t, corner >> 1) * inputHeight + side(heights, h, corner & 1);
            const start = xOffset + at * inputWidth;
            for (let i = 0; i < inputWidth; i++) between[i] += weight * x[start + i];
          }
          for (let w = 0; w < fraction.length; w++) {
            const part = fraction[w];
            const element = between[lower[w]];
            // A neighbour without a share may be infinite.
            y[yOffset++] = part === 0 ? element : (1 - part) * element + part * between[upper[w]];
          }
        }
      }
      xOffset += inputTime * inputHeight * inputWidth;
    }
  }

  /** gradX ← gradX + gradY, each element in the shares in which {@link sample} takes them. */
  sampleBack(planes: number, gradY: FloatArray, gradYOffset: number, gradX: FloatArray, gradXOffset: number): void {
    const [times, heights, widths] = this.places;
    const [inputTime, inputHeight, inputWidth] = this.extents;
    const { lower, upper, fraction } = widths;
    const between = rowOf(inputWidth);
    for (let plane = 0; plane < planes; plane++) {
      for (let t = 0; t < times.lower.length; t++) {
        for (let h = 0; h < heights.lower.length; h++) {
          between.fill(0, 0, inputWidth);
          for (let w = 0; w < fraction.length; w++) {
            const gradient = gradY[gradYOffset++];
            between[lower[w]] += (1 - fraction[w]) * gradient;
            between[upper[w]] += fraction[w] * gradient;
          }
          for (let corner = 0; corner < 4; corner++) {
            const weight = share(times, t, corner >> 1) * share(heights, h, corner & 1);
            if (weight === 0) continue;
            const at = side(times, t, corner >> 1) * inputHeight + side(heights, h, corner & 1);
            const start = gradXOffset + at * inputWidth;
            for (let i = 0; i < inputWidth; i++) gradX[start + i] += weight * between[i];
          }
        }
      }
      gradXOffset += inputTime * inputHeight * inputWidth;
    }
  }
}

/**
 * The places of an output whose first and last positions are those of the input. They are computed in single precision,
 * as in Torch.
 */
function alignedPlaces(input: number, output: number): Places {
  const lower = new Int32Array(output);
  const upper = new Int32Array(output);
  const fraction = new Float64Array(output);
  const ratio = output > 1 ? Math.fround((input - 1) / (output - 1)) : 0;
  for (let at = 0; at < output; at++) {
    const place = Math.fround(ratio * at);
    lower[at] = Math.floor(place);
    upper[at] = Math.min(lower[at] + 1, input - 1);
    fraction[at] = place - lower[at];
  }
  return { lower, upper, fraction };
}

/** The position on one side of a place: 0 for the lower one. */
function side(places: Places, at: number, which: number): number {
  return which === 0 ? places.lower[at] : places.upper[at];
}

/** How much of a place is from that side. */
function share(places: Places, at: number, which: number): number {
  return which === 0 ? 1 - places.fraction[at] : places.fraction[at];
}

function rowOf(width: number): Float64Array {
  if (row.length < width) row = new Float64Array(width);
  return row;
}
