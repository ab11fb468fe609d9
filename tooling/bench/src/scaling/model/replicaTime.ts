/** What a step of data-parallel training is made of, in milliseconds. */
export interface ReplicaCosts {
  /** The samples of a batch. */
  readonly batch: number;
  /** Forward and backward of so many samples. */
  compute(samples: number): number;
  /** A task for an idle worker, from the call to its answer. */
  readonly message: number;
  /** How much later the last answer comes for each further task. */
  readonly nextMessage: number;
  /** Adding the gradient of one slice to that of another. */
  readonly addition: number;
  /** Copying the gradient to where the optimiser finds it. */
  readonly copy: number;
  /** The optimiser's step. */
  readonly update: number;
}

/** A step without workers: all samples in one thread, and the update. */
export function plainTime({ batch, compute, update }: ReplicaCosts): number {
  return compute(batch) + update;
}

/**
 * A step with so many workers, each with a slice of the batch: T = compute(largest slice) + handling + message + (slices − 1)·next
 * message + (slices − 1)·addition + copy + update. There are at most as many slices as samples. The gradients are added in pairs by the
 * main thread, one pair after the other.
 */
export function strongTime(costs: ReplicaCosts, workers: number, handling: number): number {
  const slices = Math.min(workers, costs.batch);
  return costs.compute(Math.ceil(costs.batch / slices)) + joined(costs, slices) + handling;
}

/** The same with a batch for each worker: as many times the samples in one step. */
export function weakTime(costs: ReplicaCosts, workers: number, handling: number): number {
  return costs.compute(costs.batch) + joined(costs, workers) + handling;
}

function joined({ message, nextMessage, addition, copy, update }: ReplicaCosts, slices: number): number {
  return message + (slices - 1) * (nextMessage + addition) + copy + update;
}
