/** A file that is no model; the message is one line that names it. */
export class ModelError extends Error {
  override name = "ModelError";
}
