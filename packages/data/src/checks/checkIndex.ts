import { IndexError } from "@rushlight/tensor";

/** @throws IndexError unless `index` is a whole number from 0 to `length` − 1 */
export function checkIndex(owner: string, index: number, length: number): void {
  if (Number.isInteger(index) && index >= 0 && index < length) return;
  throw new IndexError(
    length === 0
      ? `${owner}: there are no samples, got index ${index}`
      : `${owner}: expected an index from 0 to ${length - 1}, got ${index}`,
  );
}
