/** A free range of memory, in a list of ranges of about its size. */
export class FreeRange {
  readonly start: number;
  readonly size: number;
  previous: FreeRange | undefined = undefined;
  next: FreeRange | undefined = undefined;

  constructor(start: number, size: number) {
    this.start = start;
    this.size = size;
  }

  /** Where it ends. */
  get end(): number {
    return this.start + this.size;
  }
}
