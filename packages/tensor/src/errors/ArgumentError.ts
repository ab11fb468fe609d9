/** An argument other than a tensor has a value that makes no sense there: the message names it, what was expected and what came. */
export class ArgumentError extends RangeError {
  override name = "ArgumentError";
}
