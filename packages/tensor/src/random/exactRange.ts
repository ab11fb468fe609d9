import type { DType } from "../dtype/DType.ts";

/** How many whole numbers from 0 on a dtype holds exactly: what Torch draws from when it is given no range. */
export const exactRange: Readonly<Record<DType, number>> = {
  float64: 2 ** 53 + 1,
  float32: 2 ** 24 + 1,
  int32: 2 ** 31,
  int16: 2 ** 15,
  int8: 2 ** 7,
  uint8: 2 ** 8,
};
