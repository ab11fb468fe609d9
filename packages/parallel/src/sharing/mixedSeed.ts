/**
 * The seed of what is drawn for one sample of an epoch, or one slice of a step: all three numbers, mixed so that neighbours have
 * nothing in common (the finaliser of MurmurHash3 after each).
 */
export function mixedSeed(seed: number, round: number, index: number): number {
  let state = mixed(seed >>> 0);
  for (const part of [Math.floor(seed / 2 ** 32), round, index]) state = mixed((state + part + 0x9e3779b9) >>> 0);
  return state;
}

function mixed(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
