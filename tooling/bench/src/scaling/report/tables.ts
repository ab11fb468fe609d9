import { markdownTable } from "../../page/markdown.ts";
import { threeDigits } from "../../report/format.ts";
import { type Study, THREADS, WORKERS } from "../measure/study.ts";

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const ratio = (value: number | undefined): string => (value === undefined ? "" : value.toFixed(2));

/** By how much a time of the model differs from the one that was measured. */
function error(modelled: number | undefined, measured: number): string {
  if (modelled === undefined) return "";
  const difference = (100 * (modelled - measured)) / measured;
  return `${difference < 0 ? "−" : "+"}${Math.abs(difference).toFixed(1)} %`;
}

/** The model beside what was measured, with one thread and with two. */
export function errorTable(studies: readonly Study[]): string {
  const rows = studies.map(({ name, calls, outside, divided, measured: [one, two], modelled }) => [
    name,
    `${calls}`,
    percent(outside),
    percent(divided),
    threeDigits(one),
    error(modelled.get(1), one),
    threeDigits(two),
    error(modelled.get(2), two),
    ratio(one / two),
  ]);
  const heads = ["", "Calls", "Outside", "Divided", "1 thread, ms", "Model", "2 threads, ms", "Model", "Speed-up"];
  return markdownTable(heads, rows);
}

/** How many times as fast as on one thread a step is. */
export function speedUpTable(studies: readonly Study[]): string {
  const rows = studies.map(({ name, modelled }) => {
    const one = modelled.get(1);
    return [name, ...THREADS.map((threads) => ratio(quotient(one, modelled.get(threads))))];
  });
  return markdownTable(["Threads", ...THREADS.map(String)], rows);
}

function quotient(one: number | undefined, many: number | undefined): number | undefined {
  return one === undefined || many === undefined ? undefined : one / many;
}

/** How many times as fast as in one thread a step is with a batch divided among workers. */
export function strongTable(studies: readonly Study[]): string {
  const rows = studies.map(({ name, strong }) => [name, ...WORKERS.map((workers) => ratio(strong.get(workers)))]);
  return markdownTable(["Workers", ...WORKERS.map(String)], rows);
}

/** How much of each worker's time is worth it with a batch for each. */
export function weakTable(studies: readonly Study[]): string {
  const rows = studies.map(({ name, weak }) => [
    name,
    ...WORKERS.map((workers) => percent(weak.get(workers) ?? Number.NaN)),
  ]);
  return markdownTable(["Workers", ...WORKERS.map(String)], rows);
}

/** What a step with workers is made of. */
export function replicaTable(studies: readonly Study[]): string {
  const micro = (milliseconds: number): string => threeDigits(1000 * milliseconds);
  const rows = studies.map(({ name, replica }) => {
    const { batch, compute, addition, copy, update } = replica;
    return [name, `${batch}`, micro(compute(batch)), micro(addition), micro(copy), micro(update)];
  });
  return markdownTable(["", "Batch", "Forward, backward, µs", "Addition, µs", "Copy, µs", "Update, µs"], rows);
}
