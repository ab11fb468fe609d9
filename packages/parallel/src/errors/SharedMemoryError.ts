/**
 * There is no room left in the memory that threads share, for a batch, gradients or statistics. Nothing has been changed: smaller
 * batches or fewer slices may fit, and what is no longer used comes free when it is collected.
 */
export class SharedMemoryError extends Error {
  override readonly name = "SharedMemoryError";
}
