import { ArgumentError, Generator } from "@rushlight/tensor";

/** The seed of Torch's differential evolution. */
const SEED = 1;

/** The generator of a search: as it was when saved, or at its beginning. */
export function ownGenerator(saved: readonly number[] | undefined): Generator {
  const generator = new Generator(SEED);
  if (saved === undefined) return generator;
  const [used, ...words] = saved;
  try {
    return generator.setState({
      initialSeed: SEED,
      twister: { words: Uint32Array.from(words), used },
      pendingNormal: null,
    });
  } catch {
    throw new ArgumentError("de: expected a state whose random is that of a generator, got other numbers");
  }
}

/** Where a generator is, as numbers. */
export function savedGenerator(generator: Generator): number[] {
  const { words, used } = generator.getState().twister;
  return [used, ...words];
}
