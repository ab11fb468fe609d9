/** Something of Torch7 that is left out on purpose: the table of differences lists its cases. */
export class LeftOut extends Error {
  override name = "LeftOut";

  constructor(what: string) {
    super(`${what} is not part of Rushlight`);
  }
}
