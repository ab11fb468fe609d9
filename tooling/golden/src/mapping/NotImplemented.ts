/** Thrown while a case is replayed that needs something Rushlight does not have: the case counts as missing. */
export class NotImplemented extends Error {
  override readonly name = "NotImplemented";
  /** What is needed. */
  readonly needed: readonly string[];

  constructor(...needed: readonly string[]) {
    super(`${needed.join(", ")} not implemented`);
    this.needed = needed;
  }
}
