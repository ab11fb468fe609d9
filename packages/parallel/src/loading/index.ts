export { type MapDatasetOptions, type MapProgress, mapDataset } from "./mapDataset.ts";
export { ParallelLoader } from "./ParallelLoader.ts";
export type { EpochOptions, ParallelLoaderOptions } from "./ParallelLoaderOptions.ts";
export type { DatasetMaker, SampleContext, SampleMap } from "./SampleMap.ts";
export type { SharableDataset } from "./shareDataset.ts";
export type { WorkerOptions } from "./workerOptions.ts";
