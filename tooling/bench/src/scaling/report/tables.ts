import { markdownTable } from "../../page/markdown.ts";
import { threeDigits } from "../../report/format.ts";
import { THREADS, WORKERS } from "../measure/study.ts";
import { callsOf, type Measurements, modelled, serialTime } from "../model/Measurements.ts";
import { plainTime, type ReplicaCosts, strongTime, weakTime } from "../model/replicaTime.ts";
import { type Costs, dividedTime } from "../model/stepTime.ts";

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/** By how much a time of the model differs from the one that was measured. */
function error(time: number, measured: number): string {
  const difference = (100 * (time - measured)) / measured;
  return `${difference < 0 ? "−" : "+"}${Math.abs(difference).toFixed(1)} %`;
}

/** The model beside what was measured, with one thread and with two. */
export function errorTable(workloads: readonly Measurements[], costs: Costs): string {
  const rows = workloads.map((workload) => {
    const [one, two] = workload.measured;
    const calls = callsOf(workload, 1);
    return [
      workload.name,
      `${calls.length}`,
      `${callsOf(workload, 2).filter(({ parts }) => parts > 1).length}`,
      percent(serialTime(workload) / one),
      percent(dividedTime(calls, callsOf(workload, 2)) / one),
      threeDigits(one),
      error(modelled(workload, 1, costs), one),
      threeDigits(two),
      error(modelled(workload, 2, costs), two),
      (one / two).toFixed(2),
    ];
  });
  const times = ["1 thread, ms", "Model", "2 threads, ms", "Model", "Speed-up"];
  return markdownTable(["", "Calls", "Divided", "Outside", "In divided", ...times], rows);
}

/** How many times as fast as on one thread a step is. */
export function speedUpTable(workloads: readonly Measurements[], costs: Costs): string {
  const rows = workloads.map((workload) => {
    const one = modelled(workload, 1, costs);
    return [workload.name, ...THREADS.map((threads) => (one / modelled(workload, threads, costs)).toFixed(2))];
  });
  return markdownTable(["Threads", ...THREADS.map(String)], rows);
}

/** How many times as fast as in one thread a step is with a batch divided among workers. */
export function strongTable(workloads: readonly Measurements[], handling: number): string {
  const rows = workloads.map(({ name, replica }) => [
    name,
    ...WORKERS.map((workers) => (plainTime(replica) / strongTime(replica, workers, handling)).toFixed(2)),
  ]);
  return markdownTable(["Workers", ...WORKERS.map(String)], rows);
}

/** How much of each worker's time is worth it with a batch for each. */
export function weakTable(workloads: readonly Measurements[], handling: number): string {
  const rows = workloads.map(({ name, replica }) => [
    name,
    ...WORKERS.map((workers) => percent(plainTime(replica) / weakTime(replica, workers, handling))),
  ]);
  return markdownTable(["Workers", ...WORKERS.map(String)], rows);
}

/** What a step with workers is made of, and the model beside what was measured with two. */
export function replicaTable(workloads: readonly Measurements[], handling: number): string {
  const two = (replica: ReplicaCosts, time: number): string[] => [
    threeDigits(time),
    error(strongTime(replica, 2, handling), time),
    (plainTime(replica) / time).toFixed(2),
  ];
  const measured = ["2 workers, ms", "Model", "Speed-up"];
  const micro = (milliseconds: number): string => threeDigits(1000 * milliseconds);
  const rows = workloads.map(({ name, replica, withTwoWorkers }) => {
    const { batch, compute, addition, copy, update } = replica;
    return [
      name,
      `${batch}`,
      micro(compute(batch)),
      micro(addition),
      micro(copy),
      micro(update),
      ...two(replica, withTwoWorkers),
    ];
  });
  return markdownTable(
    ["", "Batch", "Forward, backward, µs", "Addition, µs", "Copy, µs", "Update, µs", ...measured],
    rows,
  );
}
