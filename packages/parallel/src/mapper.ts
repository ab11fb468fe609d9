import { workerData } from "node:worker_threads";
// First: it installs a backend of its own, which the one in shared memory then takes the place of.
import "@rushlight/nn";
import type { MapperAnswer, MapperMessage } from "./loading/messages.ts";
import { runMapperTask } from "./loading/worker/runMapperTask.ts";
import { attachWorker, type WorkerSetup } from "./sharing/attachWorker.ts";

attachWorker(workerData as WorkerSetup);

/** What the worker threads of `ParallelLoader` and `mapDataset` are started with; not to be called. */
export default function run(message: MapperMessage): Promise<MapperAnswer> {
  return runMapperTask(message);
}
