import type { Run } from "./Run.ts";

/**
 * Sorts a run and returns the position of its smallest most frequent key: of the last of those that are equal. NaN is
 * equal to nothing, so each stands for itself.
 */
export function mode(run: Run): number {
  run.sort(false);
  const { keys, count } = run;
  let found = 0;
  let most = 0;
  let frequency = 0;
  for (let i = 0; i < count; i++) {
    frequency += 1;
    if (i + 1 < count && keys[i] === keys[i + 1]) continue;
    if (frequency > most) {
      found = i;
      most = frequency;
    }
    frequency = 0;
  }
  return found;
}
