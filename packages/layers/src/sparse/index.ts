export { IndexLinear, type IndexLinearOptions } from "./IndexLinear.ts";
export { SparseLinear, type SparseLinearOptions } from "./SparseLinear.ts";
