import type { Batch } from "@rushlight/data";

/** What is in the batches of an epoch. */
export interface Seen {
  readonly size: number;
  readonly input: unknown;
  readonly target: unknown;
}

/** A copy of all batches of an epoch. */
export async function epochOf(loader: AsyncIterable<Batch> | Iterable<Batch>): Promise<Seen[]> {
  const seen: Seen[] = [];
  for await (const { size, input, target } of loader) {
    seen.push({ size, input: input.toArray(), target: target.toArray() });
  }
  return seen;
}
