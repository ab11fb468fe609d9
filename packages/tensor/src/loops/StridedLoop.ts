import { MOST_DIMENSIONS, type Size } from "../shape/size.ts";

/**
 * Walks up to three tensors of one size in row-major order, as few and as long evenly strided runs as their strides
 * allow: neighbouring dimensions that continue each other in all operands count as one.
 *
 * One object serves all kernels in turn, so that walking allocates nothing; a loop that calls back into user code needs
 * an object of its own.
 */
export class StridedLoop {
  /** The length of each run. */
  count = 0;
  /** The step inside a run, for each operand. */
  xStride = 0;
  yStride = 0;
  zStride = 0;
  /** Where the present run begins, for each operand, relative to its first element. */
  x = 0;
  y = 0;
  z = 0;

  private outerDimensions = 0;
  private readonly extents = new Int32Array(MOST_DIMENSIONS);
  private readonly positions = new Int32Array(MOST_DIMENSIONS);
  private readonly xStrides = new Int32Array(MOST_DIMENSIONS);
  private readonly yStrides = new Int32Array(MOST_DIMENSIONS);
  private readonly zStrides = new Int32Array(MOST_DIMENSIONS);

  /** Sets out on the first run. Operands that are not there get the strides of another. */
  begin(size: Size, x: Size, y: Size, z: Size): void {
    const { extents, xStrides, yStrides, zStrides } = this;
    let last = -1;
    for (let d = size.length - 1; d >= 0; d--) {
      const extent = size[d];
      if (extent === 1) continue;
      if (
        last >= 0 &&
        x[d] === xStrides[last] * extents[last] &&
        y[d] === yStrides[last] * extents[last] &&
        z[d] === zStrides[last] * extents[last]
      ) {
        extents[last] *= extent;
      } else {
        last += 1;
        extents[last] = extent;
        xStrides[last] = x[d];
        yStrides[last] = y[d];
        zStrides[last] = z[d];
        this.positions[last] = 0;
      }
    }
    this.count = last < 0 ? 1 : extents[0];
    this.xStride = last < 0 ? 1 : xStrides[0];
    this.yStride = last < 0 ? 1 : yStrides[0];
    this.zStride = last < 0 ? 1 : zStrides[0];
    this.outerDimensions = last;
    this.x = 0;
    this.y = 0;
    this.z = 0;
  }

  /** Goes on to the next run; false when there is none. */
  advance(): boolean {
    for (let g = 1; g <= this.outerDimensions; g++) {
      this.x += this.xStrides[g];
      this.y += this.yStrides[g];
      this.z += this.zStrides[g];
      if (++this.positions[g] < this.extents[g]) return true;
      this.x -= this.xStrides[g] * this.extents[g];
      this.y -= this.yStrides[g] * this.extents[g];
      this.z -= this.zStrides[g] * this.extents[g];
      this.positions[g] = 0;
    }
    return false;
  }
}
