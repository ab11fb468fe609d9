import { env } from "node:process";
import { workerData } from "node:worker_threads";
import type { MapperAnswer, MapperMessage } from "./loading/messages.ts";
import { runMapperTask } from "./loading/worker/runMapperTask.ts";
import { attachWorker, type WorkerSetup } from "./sharing/attachWorker.ts";

attachWorker(workerData as WorkerSetup);
// Else nn would install the backend of that name, should a file of the user import it. The environment is this thread's own.
delete env.RUSHLIGHT_BACKEND;

/** What the worker threads of `ParallelLoader` and `mapDataset` are started with; not to be called. */
export default function run(message: MapperMessage): Promise<MapperAnswer> {
  return runMapperTask(message);
}
