import { workerData } from "node:worker_threads";
// First: it installs a backend of its own, which the one in shared memory then takes the place of.
import "@rushlight/nn";
import type { ReplicaAnswer, ReplicaMessage } from "./dataParallel/messages.ts";
import { runReplicaTask } from "./dataParallel/worker/runReplicaTask.ts";
import { attachWorker, type WorkerSetup } from "./sharing/attachWorker.ts";

attachWorker(workerData as WorkerSetup);

/** What the worker threads of `DataParallel` are started with; not to be called. */
export default function run(message: ReplicaMessage): Promise<ReplicaAnswer> {
  return runReplicaTask(message);
}
