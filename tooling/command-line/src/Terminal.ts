/** A stream to print on, with what it says about itself when it is a terminal. */
export interface OutputStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  hasColors?(): boolean;
}

/** Where the program prints: results on one stream, progress and errors on the other. */
export interface Terminal {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}
