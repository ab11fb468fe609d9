/** A command line that makes no sense; the message is one line. */
export class OptionError extends Error {
  override name = "OptionError";
}
