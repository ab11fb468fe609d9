/** One block of code in the documentation, complete in itself: a reader can paste it into a file and run it. */
export interface Example {
  /** The file that the block is in, relative to the package. */
  readonly file: string;
  /** The line of that file, from 1, that the first line of code is on. */
  readonly line: number;
  /** What it is an example of: the declaration, or the heading. */
  readonly subject: string;
  readonly code: string;
}
