/** Half a wave of the cosine from one value to another; `progress` from 0 to 1. */
export function cosine(from: number, to: number, progress: number): number {
  const wave = Math.cos(Math.PI * progress);
  return (from * (1 + wave) + to * (1 - wave)) / 2;
}
