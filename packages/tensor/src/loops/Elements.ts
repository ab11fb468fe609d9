import type { TypedArray } from "../dtype/DType.ts";
import type { Size } from "../shape/size.ts";

/** What a loop needs to know of a tensor: where its elements are. */
export interface Elements<A extends TypedArray = TypedArray> {
  storage(): { readonly data: A };
  storageOffset(): number;
  size(): Size;
  stride(): Size;
  nElement(): number;
  isContiguous(): boolean;
}
