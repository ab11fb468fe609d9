/** What {@link NaN} throws: a NaN in an activation, a parameter or a gradient. */
export class NaNError extends Error {
  override readonly name: string = "NaNError";
}
