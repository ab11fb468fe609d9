/** There is no BLAS to compute with: the message says what was looked for, what was wrong with it, and how to get one. */
export class BlasError extends Error {
  override name = "BlasError";
}
