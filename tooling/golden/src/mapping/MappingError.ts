/** Thrown when a recorded value has a form that the mapping to Rushlight does not know. */
export class MappingError extends Error {
  override readonly name = "MappingError";
}
