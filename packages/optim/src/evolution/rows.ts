import { Storage, Tensor } from "@rushlight/tensor";

/** Points of the size of some parameters: one array for loops, a tensor with a row for each point, and a tensor for each. */
export interface Rows {
  readonly data: Float64Array;
  readonly whole: Tensor<"float64">;
  readonly each: readonly Tensor[];
}

/** So many points, of zeros or of what is in an array, which is then shared. */
export function rowsLike(x: Tensor, count: number, data: Float64Array = new Float64Array(count * x.nElement())): Rows {
  const storage = new Storage("float64", data);
  const size = x.size();
  const n = x.nElement();
  const each = Array.from({ length: count }, (_, row) => new Tensor(storage, row * n, size));
  return { data, whole: new Tensor(storage, 0, [count, n]), each };
}

/** The elements of a tensor in an array of their own, and a tensor around that. */
export function ownDoubles(source: Tensor): { data: Float64Array; tensor: Tensor<"float64"> } {
  const data = new Float64Array(source.nElement());
  return { data, tensor: new Tensor(new Storage("float64", data), 0, source.size()).copy(source) };
}
