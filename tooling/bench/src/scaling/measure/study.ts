import { startThreads } from "@rushlight/parallel";
import { useBackend } from "@rushlight/tensor";
import type { WasmBackend } from "@rushlight/wasm";
import { network } from "../../peers/rushlight/network.ts";
import { train } from "../../peers/rushlight/train.ts";
import type { TrainingWorkload } from "../../workloads/Workload.ts";
import { plainTime, type ReplicaCosts, strongTime, weakTime } from "../model/replicaTime.ts";
import { type Costs, type DividedCall, dividedShare, stepTime } from "../model/stepTime.ts";
import type { MessageCosts } from "./messages.ts";
import { profile } from "./profile.ts";
import { replicaCosts } from "./replicaCosts.ts";
import { type Pace, timeOf } from "./timeOf.ts";

/** For how many threads it is told how fast a step is. The library has at most 63. */
export const THREADS = [2, 4, 8, 16, 32, 63] as const;

/** For how many workers it is told how fast data-parallel training is. */
export const WORKERS = [2, 4, 8, 16, 32, 64] as const;

/** What was measured of a workload, and what follows. Times are in milliseconds. */
export interface Study {
  readonly name: string;
  /** The calls of kernels in a step. */
  readonly calls: number;
  /** The share of a step that is outside of kernels. */
  readonly outside: number;
  /** The share of a step that two threads divide. */
  readonly divided: number;
  /** A step with one thread and with two, as measured. */
  readonly measured: readonly [one: number, two: number];
  /** A step by the model, by the number of threads, with that of one. */
  readonly modelled: ReadonlyMap<number, number>;
  /** A step on one thread over one with so many workers. */
  readonly strong: ReadonlyMap<number, number>;
  /** The same where each worker has a whole batch: how much of a worker's time is worth it. */
  readonly weak: ReadonlyMap<number, number>;
  readonly replica: ReplicaCosts;
}

/** Measures a workload on one thread and on two, and computes how it goes on. */
export async function study(
  workload: TrainingWorkload,
  backend: WasmBackend,
  costs: Costs,
  messages: MessageCosts,
  pace: Pace,
): Promise<Study> {
  useBackend(backend);
  const measured: [number, number] = [trainingTime(workload, pace), await timeOnTwo(workload, backend, pace)];
  const profiles = new Map([1, ...THREADS].map((threads) => [threads, profile(workload, threads, backend, pace)]));
  const callsOf = (threads: number): readonly DividedCall[] => profiles.get(threads) ?? [];
  const computed = callsOf(1).reduce((sum, { longest }) => sum + longest, 0);
  const serial = Math.max(0, measured[0] - computed);
  const replica = replicaCosts(workload, WORKERS, messages, pace);
  return {
    name: workload.name,
    calls: callsOf(1).length,
    outside: serial / measured[0],
    divided: dividedShare(serial, callsOf(1), callsOf(2)),
    measured,
    modelled: new Map([...profiles].map(([threads, calls]) => [threads, stepTime(serial, calls, costs)])),
    strong: new Map(WORKERS.map((workers) => [workers, plainTime(replica) / strongTime(replica, workers)])),
    weak: new Map(WORKERS.map((workers) => [workers, plainTime(replica) / weakTime(replica, workers)])),
    replica,
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
