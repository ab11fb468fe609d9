/** A stride taken a whole number of times, from `least` to `most`. */
export interface Term {
  readonly stride: number;
  readonly least: number;
  readonly most: number;
}

/** Beyond this many steps the answer is "perhaps", which counts as true. Strides of real views need a handful. */
const MOST_STEPS = 10_000;

/** True when strides taken as often as their terms allow can add up to a sum; also when that takes too long to tell. */
export function hasSum(terms: readonly Term[], sum: number): boolean {
  const longestFirst = terms
    .filter((term) => term.stride > 0 || term.least > 0)
    .sort((first, second) => second.stride - first.stride);
  let steps = 0;

  function reaches(from: number, rest: number): boolean {
    if (from === longestFirst.length) return rest === 0;
    if (++steps > MOST_STEPS) return true;
    const { stride, least, most } = longestFirst[from];
    if (stride === 0) return reaches(from + 1, rest);
    let low = 0;
    let high = 0;
    for (const { stride: shorter, least: fewest, most: largest } of longestFirst.slice(from + 1)) {
      low += shorter * fewest;
      high += shorter * largest;
    }
    const first = Math.max(least, Math.ceil((rest - high) / stride));
    const last = Math.min(most, Math.floor((rest - low) / stride));
    for (let times = first; times <= last; times++) if (reaches(from + 1, rest - times * stride)) return true;
    return false;
  }

  return reaches(0, sum);
}
