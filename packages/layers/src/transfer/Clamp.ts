import { HardTanh } from "./HardTanh.ts";

/**
 * The input limited to a given interval: y = min(maxValue, max(minValue, x)), dx = dy where minValue < x < maxValue,
 * else 0. Element by element, for any shape. Torch's `nn.Clamp`.
 *
 * @example
 * ```ts
 * import { Clamp } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new Clamp(0, 10).forward(tensor([-3, 5, 20])).toArray()); // [ 0, 5, 10 ]
 * ```
 */
export class Clamp extends HardTanh {
  /**
   * @param minValue the smallest output
   * @param maxValue the largest output, above minValue
   * @throws ArgumentError for an interval that is none
   */
  constructor(minValue: number, maxValue: number) {
    super(minValue, maxValue);
  }
}
