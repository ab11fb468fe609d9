export { Concat } from "./Concat.ts";
export { ParallelTable } from "./ParallelTable.ts";
