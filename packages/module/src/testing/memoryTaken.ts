import { storageAllocations } from "@rushlight/tensor";

/** What is wrong when the third run of a step still takes memory for storages; undefined when it takes none. */
export function memoryTaken(step: () => void): string | undefined {
  step();
  step();
  const before = storageAllocations();
  step();
  const taken = storageAllocations() - before;
  return taken === 0 ? undefined : `a step takes memory for ${taken} storages`;
}
