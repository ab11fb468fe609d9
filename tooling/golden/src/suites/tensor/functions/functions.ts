import { decompositionFunctions } from "../decompositions.ts";
import { convolutionFunctions } from "./convolutions.ts";
import { creationFunctions } from "./creation.ts";
import { elementwiseFunctions } from "./elementwise.ts";
import { partFunctions } from "./parts.ts";
import { productFunctions } from "./products.ts";
import { statisticsFunctions } from "./statistics.ts";
import type { TensorFunction } from "./TensorFunction.ts";

/** Functions by Torch7's name. */
export const functions: Readonly<Record<string, TensorFunction>> = {
  ...elementwiseFunctions,
  ...creationFunctions,
  ...partFunctions,
  ...statisticsFunctions,
  ...convolutionFunctions,
  ...productFunctions,
  ...decompositionFunctions,

  squeeze: (a) => a.tensor(0).squeeze(a.optionalDimension(1)),
};
