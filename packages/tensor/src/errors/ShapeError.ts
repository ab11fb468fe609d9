/** The sizes of a tensor do not fit the operation: the message names the operation, the sizes expected and those that came. */
export class ShapeError extends Error {
  override name = "ShapeError";
}
