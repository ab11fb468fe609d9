import { arithmeticMethods } from "./arithmetic.ts";
import { comparisonMethods } from "./comparisons.ts";
import { indexingMethods } from "./indexing.ts";
import { layoutMethods } from "./layout.ts";
import { matrixMethods } from "./matrices.ts";
import { partMethods } from "./parts.ts";
import { productMethods } from "./products.ts";
import { reductionMethods } from "./reductions.ts";
import { sortingMethods } from "./sorting.ts";
import { statisticsMethods } from "./statistics.ts";
import type { TensorMethod } from "./TensorMethod.ts";
import { viewMethods } from "./views.ts";

/** Methods by Torch7's name. */
export const methods: Readonly<Record<string, TensorMethod>> = {
  ...layoutMethods,
  ...viewMethods,
  ...partMethods,
  ...arithmeticMethods,
  ...comparisonMethods,
  ...reductionMethods,
  ...statisticsMethods,
  ...sortingMethods,
  ...indexingMethods,
  ...matrixMethods,
  ...productMethods,
};
