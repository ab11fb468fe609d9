/** An index or a dimension is outside its range: the message names the range and the index that came. */
export class IndexError extends RangeError {
  override name = "IndexError";
}
