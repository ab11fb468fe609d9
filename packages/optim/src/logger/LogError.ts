/** A file is not the log that it should be: the message names the file and the row, what was expected and what came. */
export class LogError extends Error {
  override name = "LogError";
}
