import { startThreads } from "@rushlight/parallel";
import { useBackend } from "@rushlight/tensor";
import type { WasmBackend } from "@rushlight/wasm";
import { network } from "../../peers/rushlight/network.ts";
import { train } from "../../peers/rushlight/train.ts";
import { trainParallel } from "../../peers/rushlight/trainParallel.ts";
import type { TrainingWorkload } from "../../workloads/Workload.ts";
import type { Measurements } from "../model/Measurements.ts";
import type { MessageCosts } from "./messages.ts";
import { profile } from "./profile.ts";
import { replicaCosts } from "./replicaCosts.ts";
import { type Pace, timeOf, timeUntil } from "./timeOf.ts";

/** For how many threads it is told how fast a step is. The library has at most 63. */
export const THREADS = [2, 4, 8, 16, 32, 63] as const;

/** For how many workers it is told how fast data-parallel training is. */
export const WORKERS = [2, 4, 8, 16, 32, 64] as const;

/** Measures a workload on one thread and on two, and how it would be divided among more. */
export async function study(
  workload: TrainingWorkload,
  backend: WasmBackend,
  messages: MessageCosts,
  pace: Pace,
): Promise<Measurements> {
  useBackend(backend);
  return {
    name: workload.name,
    measured: [trainingTime(workload, pace), await timeOnTwo(workload, backend, pace)],
    profiles: new Map([1, ...THREADS].map((threads) => [threads, profile(workload, threads, backend, pace)])),
    replica: replicaCosts(workload, WORKERS, messages, pace),
    withTwoWorkers: await timeWithWorkers(workload, pace),
  };
}

function trainingTime(workload: TrainingWorkload, pace: Pace): number {
  const training = train(network(workload), workload);
  return timeOf(pace, () => training.run(1));
}

async function timeOnTwo(workload: TrainingWorkload, backend: WasmBackend, pace: Pace): Promise<number> {
  const threads = await startThreads({ threads: 2 });
  const time = trainingTime(workload, pace);
  await threads.close();
  useBackend(backend);
  return time;
}

async function timeWithWorkers(workload: TrainingWorkload, pace: Pace): Promise<number> {
  const training = trainParallel(network(workload), workload, 2);
  const time = await timeUntil(pace, async () => training.run(1));
  await training.close();
  return time;
}
