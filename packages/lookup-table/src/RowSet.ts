import { Tensor } from "@rushlight/tensor";

/** Numbers of rows, each once. Filling and emptying it takes time that follows what is in it, not how many rows there are. */
export class RowSet {
  private readonly total: number;
  private marks: Uint8Array = new Uint8Array(0);
  private list: Tensor<"int32"> = new Tensor([], { dtype: "int32", resident: true });
  private count = 0;

  /** @param total how many rows there are */
  constructor(total: number) {
    this.total = total;
  }

  /** How many are in it. */
  get size(): number {
    return this.count;
  }

  /** Adds all of a vector of row numbers. */
  addAll(rows: Tensor<"int32">): void {
    this.makeRoom(this.count + rows.nElement());
    const from = rows.storage().data;
    const to = this.list.storage().data;
    const end = rows.storageOffset() + rows.nElement();
    for (let at = rows.storageOffset(); at < end; at++) {
      const row = from[at];
      if (this.marks[row] === 1) continue;
      this.marks[row] = 1;
      to[this.count++] = row;
    }
  }

  /** Takes out what is in it and adds the rows of a contiguous matrix that are not all 0. */
  findAll(matrix: Tensor): void {
    this.clear();
    this.makeRoom(this.total);
    const to = this.list.storage().data;
    const { data } = matrix.storage();
    const length = matrix.stride(0);
    for (let row = 0, start = matrix.storageOffset(); row < this.total; row++, start += length) {
      let at = start;
      while (at < start + length && data[at] === 0) at++;
      if (at === start + length) continue;
      this.marks[row] = 1;
      to[this.count++] = row;
    }
  }

  /** A view of the numbers in it, in the order in which they came; not for an empty one. */
  rows(): Tensor<"int32"> {
    return this.list.narrow(0, 0, this.count);
  }

  /** Sets the rows of those numbers to zero, in a contiguous matrix. */
  zeroRows(matrix: Tensor): void {
    const rows = this.list.storage().data;
    const { data } = matrix.storage();
    const length = matrix.stride(0);
    for (let i = 0; i < this.count; i++) {
      const start = matrix.storageOffset() + rows[i] * length;
      data.fill(0, start, start + length);
    }
  }

  /** Takes everything out. */
  clear(): void {
    const { data } = this.list.storage();
    for (let i = 0; i < this.count; i++) this.marks[data[i]] = 0;
    this.count = 0;
  }

  /** Makes room for some rows, or for all when there are fewer. */
  private makeRoom(rows: number): void {
    if (this.marks.length === 0) this.marks = new Uint8Array(this.total);
    if (this.list.nElement() < Math.min(this.total, rows)) this.list.resize(Math.min(this.total, 2 * rows));
  }
}
