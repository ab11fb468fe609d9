export { Concat } from "./Concat.ts";
export { ConcatTable } from "./ConcatTable.ts";
export { DepthConcat } from "./DepthConcat.ts";
export { MapTable, type MapTableOptions } from "./MapTable.ts";
export { Parallel } from "./Parallel.ts";
export { ParallelTable } from "./ParallelTable.ts";
