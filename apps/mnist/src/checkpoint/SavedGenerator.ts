import type { GeneratorState } from "@rushlight/tensor";

/** The state of a generator as JSON can hold it. */
export interface SavedGenerator {
  readonly initialSeed: number;
  readonly words: readonly number[];
  readonly used: number;
  readonly pendingNormal: GeneratorState["pendingNormal"];
}

/** The state of a generator for a file. */
export function saveGenerator({ initialSeed, twister, pendingNormal }: GeneratorState): SavedGenerator {
  return { initialSeed, words: [...twister.words], used: twister.used, pendingNormal };
}

/** The state of a generator from a file. */
export function restoreGenerator({ initialSeed, words, used, pendingNormal }: SavedGenerator): GeneratorState {
  return { initialSeed, twister: { words: Uint32Array.from(words), used }, pendingNormal };
}
