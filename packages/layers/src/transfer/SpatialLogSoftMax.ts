import { LogSoftMax } from "./LogSoftMax.ts";

/**
 * The logarithm of the softmax of the planes at each pixel of an image. Torch's `nn.SpatialLogSoftMax`.
 *
 * It is {@link LogSoftMax} by another name, with its formulas and shapes.
 *
 * @example
 * ```ts
 * import { SpatialLogSoftMax } from "@rushlight/layers";
 * import { zeros } from "@rushlight/tensor";
 *
 * console.log(new SpatialLogSoftMax().forward(zeros(1, 1, 2)).toArray()); // [ [ [ 0, 0 ] ] ]
 * ```
 */
export class SpatialLogSoftMax extends LogSoftMax {}
