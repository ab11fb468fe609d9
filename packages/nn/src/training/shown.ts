import { formatSize, isTensor, shown as shownByKind } from "@rushlight/tensor";

/** What came, as messages show it: with its size. */
export function shown(value: unknown): string {
  if (isTensor(value)) return `a tensor ${formatSize(value.size())}`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return shownByKind(value);
}
