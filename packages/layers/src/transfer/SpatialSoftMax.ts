import { SoftMax } from "./SoftMax.ts";

/**
 * The softmax of the planes at each pixel of an image. Torch's `nn.SpatialSoftMax`.
 *
 * It is {@link SoftMax} by another name, with its formulas and shapes.
 *
 * @example
 * ```ts
 * import { SpatialSoftMax } from "@rushlight/layers";
 * import { zeros } from "@rushlight/tensor";
 *
 * console.log(new SpatialSoftMax().forward(zeros(2, 1, 1)).toArray()); // [ [ [ 0.5 ] ], [ [ 0.5 ] ] ]
 * ```
 */
export class SpatialSoftMax extends SoftMax {}
