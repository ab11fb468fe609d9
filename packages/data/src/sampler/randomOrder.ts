import { ArgumentError, defaultGenerator, Generator } from "@rushlight/tensor";

/** Where a random sampler draws from: at most one of the two. Default: the default generator, which `manualSeed` seeds. */
export interface RandomSource {
  /** A generator to share with others. */
  readonly generator?: Generator;
  /** The seed of a generator that is the sampler's own. */
  readonly seed?: number;
}

/** @throws ArgumentError when both a generator and a seed are given, or the seed is not a whole number from 0 up */
export function generatorOf(owner: string, { generator, seed }: RandomSource): Generator {
  if (generator !== undefined && seed !== undefined) {
    throw new ArgumentError(`${owner}: expected a generator or a seed, got both`);
  }
  return generator ?? (seed === undefined ? defaultGenerator() : new Generator(seed));
}

/** Puts the indices in random order, drawing as Torch's `randperm` does: one word for each index but the last. */
export function shuffle(indices: Int32Array, generator: Generator): Int32Array {
  for (let i = 0; i < indices.length - 1; i++) {
    const other = i + generator.random(indices.length - i);
    const index = indices[i];
    indices[i] = indices[other];
    indices[other] = index;
  }
  return indices;
}
