/** A loss that is no longer a number; the message is one line that says when. */
export class DivergenceError extends Error {
  override name = "DivergenceError";
}
