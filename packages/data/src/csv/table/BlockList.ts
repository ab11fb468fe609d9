const BLOCK = 2 ** 14;

/** Numbers that are added one by one; they are not copied on the way. */
export class BlockList {
  length = 0;
  private blocks: Float64Array[] = [];

  /** Adds a number at the end. */
  push(value: number): void {
    const at = this.length % BLOCK;
    if (at === 0) this.blocks.push(new Float64Array(BLOCK));
    this.blocks[this.blocks.length - 1][at] = value;
    this.length++;
  }

  /** Moves all numbers to an array, after which the list is empty. */
  moveTo<A extends Float64Array | Int32Array>(array: A): A {
    let at = 0;
    for (const block of this.blocks) {
      array.set(block.subarray(0, array.length - at), at);
      at += BLOCK;
    }
    this.blocks = [];
    this.length = 0;
    return array;
  }
}
