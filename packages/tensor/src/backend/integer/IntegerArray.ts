import type { TypedArrayOf } from "../../dtype/DType.ts";
import type { IntegerDType } from "../../layout/StridedElements.ts";

/** The typed arrays of integer tensors. */
export type IntegerArray = TypedArrayOf<IntegerDType>;
