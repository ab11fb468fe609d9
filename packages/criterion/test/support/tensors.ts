import { Generator, storageAllocations, Tensor, tensor, zeros } from "@rushlight/tensor";

/** Class labels, or signs. */
export const labels = (...values: number[]): Tensor => tensor(values, { dtype: "int32" });

/** Normal numbers in float64, the same each time. */
export const normal = (...size: number[]): Tensor =>
  new Tensor(size, { dtype: "float64" }).normal(0, 1, { generator: new Generator(4) });

/** The same elements, not contiguous. */
export function strided(x: Tensor): Tensor {
  return zeros([...x.size(), 2], { dtype: x.dtype })
    .select(x.dim(), 0)
    .copy(x);
}

/** For how many storages the third of three runs takes memory. */
export function memoryTaken(run: () => void): number {
  run();
  run();
  const before = storageAllocations();
  run();
  return storageAllocations() - before;
}
