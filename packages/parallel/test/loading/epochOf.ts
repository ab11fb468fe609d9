import type { Batch } from "@rushlight/data";
import type { NestedNumbers } from "@rushlight/tensor";

/** What is in the batches of an epoch. */
export interface Seen {
  readonly size: number;
  readonly input: NestedNumbers;
  readonly target: NestedNumbers;
}

/** A copy of all batches of an epoch. */
export async function epochOf(loader: AsyncIterable<Batch> | Iterable<Batch>): Promise<Seen[]> {
  const seen: Seen[] = [];
  for await (const { size, input, target } of loader) {
    seen.push({ size, input: input.toArray(), target: target.toArray() });
  }
  return seen;
}
