/** Keeps a row of length 0 from a division by 0. */
const EPSILON = 1e-7;

/** Shortens a row to a p-norm of about `maxNorm` when it is longer. */
export function renormRow(
  data: { [index: number]: number },
  start: number,
  size: number,
  stride: number,
  maxNorm: number,
  p: number,
): void {
  let sum = 0;
  for (let i = 0, at = start; i < size; i++, at += stride) {
    const magnitude = Math.abs(data[at]);
    sum += p === 1 ? magnitude : p === 2 ? magnitude * magnitude : magnitude ** p;
  }
  const norm = p === 1 ? sum : p === 2 ? Math.sqrt(sum) : sum ** (1 / p);
  if (!(norm > maxNorm)) return;
  const factor = maxNorm / (norm + EPSILON);
  for (let i = 0, at = start; i < size; i++, at += stride) data[at] *= factor;
}
