/** What {@link checkModule} and {@link checkCriterion} throw: a message with one line for each check that failed. */
export class CheckError extends Error {
  override name = "CheckError";
  /** The checks that failed, with what was wrong. */
  readonly failures: readonly string[];

  constructor(subject: string, failures: readonly string[]) {
    super(
      `${subject} fails ${failures.length} of its checks:\n${failures.map((failure) => `  ${failure}`).join("\n")}`,
    );
    this.failures = failures;
  }
}
