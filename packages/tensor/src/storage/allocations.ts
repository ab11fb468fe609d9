let allocations = 0;

/** Notes that a storage took new memory. */
export function countAllocation(): void {
  allocations += 1;
}

/**
 * How many times a storage took new memory since the program began: made with a size, or grown.
 *
 * A training step in its steady state leaves this number where it was.
 *
 * @example
 * ```ts
 * import { ones, storageAllocations } from "@rushlight/tensor";
 *
 * const x = ones(1000);
 * const before = storageAllocations();
 * x.mul(2).view(10, 100).narrow(0, 0, 5).zero();
 * console.log(storageAllocations() - before); // 0
 * ```
 */
export function storageAllocations(): number {
  return allocations;
}
