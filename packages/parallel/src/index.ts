export * from "./dataParallel/index.ts";
export { SharedMemoryError } from "./errors/SharedMemoryError.ts";
export { WorkerError } from "./errors/WorkerError.ts";
export * from "./loading/index.ts";
export type { PoolStatistics, TimeStatistics } from "./sharing/poolStatistics.ts";
export * from "./threads/index.ts";
