/** The value below which a share of the values are; 0 of none. The values are put in order. */
export function quantile(values: Float32Array, share: number): number {
  if (values.length === 0) return 0;
  values.sort();
  return values[Math.min(values.length - 1, Math.floor(share * values.length))];
}

/** Enough values to know a quantile well. */
const ENOUGH = 10_000;

/** A copy of the values; of very many, of some that lie evenly among them. */
export function sampled(values: Float32Array): Float32Array {
  // An odd stride does not run along the columns of an image.
  const stride = 2 * Math.floor(values.length / ENOUGH / 2) + 1;
  const sample = new Float32Array(Math.ceil(values.length / stride));
  for (let i = 0; i < sample.length; i++) sample[i] = values[i * stride];
  return sample;
}
