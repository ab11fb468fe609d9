/** What {@link checkModule} throws: a message with one line for each check that failed. */
export class ModuleCheckError extends Error {
  override name = "ModuleCheckError";
  /** The checks that failed, with what was wrong. */
  readonly failures: readonly string[];

  constructor(module: string, failures: readonly string[]) {
    super(`${module} fails ${failures.length} of its checks:\n${failures.map((failure) => `  ${failure}`).join("\n")}`);
    this.failures = failures;
  }
}
