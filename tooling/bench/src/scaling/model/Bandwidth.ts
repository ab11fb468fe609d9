/** How many bytes threads move in a millisecond: as far as it grows, and where it ends. */
export interface Bandwidth {
  /** Of one thread. */
  readonly one: number;
  /** By how much a thread is slowed down by each other one: 0 when they do not disturb each other. */
  readonly contention: number;
}

/**
 * The bandwidth that has been measured with one thread and with two: B(p) = p·B(1) / (1 + contention·(p − 1)), which comes
 * near to B(1) / contention.
 */
export function fitBandwidth(one: number, two: number): Bandwidth {
  return { one, contention: Math.max(0, (2 * one) / two - 1) };
}

/** The bytes that so many threads move together in a millisecond. */
export function bandwidthOf({ one, contention }: Bandwidth, threads: number): number {
  return (threads * one) / (1 + contention * (threads - 1));
}
