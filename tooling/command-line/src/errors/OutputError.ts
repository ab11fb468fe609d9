/** A folder or a file that can not be written; the message is one line that names it. */
export class OutputError extends Error {
  override name = "OutputError";
}
