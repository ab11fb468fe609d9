/** The element type of a tensor does not fit the operation, or two operands differ in it: the message names both. */
export class DTypeError extends TypeError {
  override name = "DTypeError";
}
