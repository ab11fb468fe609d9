/** What splits need of a geometry of windows, which lies in the memory as 18 integers. */
export class Extents {
  /** The elements of a plane of the input. */
  input = 0;
  /** The elements of a window. */
  kernel = 0;
  /** The elements of a plane of the output. */
  output = 0;
  /** The last extent of the output. */
  outputWidth = 0;
  private readonly memory: { readonly buffer: ArrayBufferLike };
  private words: Int32Array;

  /** @param memory that of the engine, which is replaced when it grows */
  constructor(memory: { readonly buffer: ArrayBufferLike }) {
    this.memory = memory;
    this.words = new Int32Array(memory.buffer);
  }

  /** Reads the geometry at an address. */
  read(address: number): void {
    const at = (address >>> 0) / 4;
    if (at + 18 > this.words.length) this.words = new Int32Array(this.memory.buffer);
    const { words } = this;
    this.input = words[at] * words[at + 1] * words[at + 2];
    this.kernel = words[at + 3] * words[at + 4] * words[at + 5];
    this.outputWidth = words[at + 17];
    this.output = words[at + 15] * words[at + 16] * this.outputWidth;
  }
}
