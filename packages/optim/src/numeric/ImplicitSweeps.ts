import { type EigenPair, hypotenuse, type Rotation, rotationTo, solvePair } from "./rotations.ts";

const ROUNDING = 2 ** -53;
const SMALLEST = 2 ** -1022;

/** Sweeps that are allowed for each eigenvalue, as in LAPACK: two or three are what it takes. */
const SWEEPS_EACH = 30;

/**
 * Diagonalises symmetric tridiagonal matrices by implicit QL or QR sweeps, whichever begins at the end of a block that is
 * smaller. Shifts, rotations and tests for zero are those of LAPACK's `dsteqr`.
 */
export class ImplicitSweeps {
  private readonly diagonal: Float64Array;
  private readonly beside: Float64Array;
  private readonly vectors: Float64Array;
  private readonly size: number;
  private readonly rotation: Rotation = { c: 1, s: 0, r: 0 };
  private readonly pair: EigenPair = { larger: 0, smaller: 0, c: 1, s: 0 };
  private left = 0;

  /**
   * @param diagonal becomes the eigenvalues, in no order
   * @param beside the numbers beside the diagonal; lost
   * @param vectors an orthogonal matrix, n·n, column after column; its columns are turned along, to the eigenvectors
   */
  constructor(diagonal: Float64Array, beside: Float64Array, vectors: Float64Array) {
    this.diagonal = diagonal;
    this.beside = beside;
    this.vectors = vectors;
    this.size = diagonal.length;
  }

  /** Works on what is in the arrays now; returns whether all sweeps came to an end. */
  run(): boolean {
    const { diagonal, size } = this;
    this.left = SWEEPS_EACH * size;
    for (let first = 0; first < size; ) {
      const last = this.blockEnd(first);
      const down = Math.abs(diagonal[last]) < Math.abs(diagonal[first]);
      if (!(down ? this.reduce(last, first) : this.reduce(first, last))) return false;
      first = last + 1;
    }
    return true;
  }

  /** The last place of the block that begins at `first`: what is beside it is as good as zero. */
  private blockEnd(first: number): number {
    const { diagonal, beside, size } = this;
    for (let k = first; k < size - 1; k++) {
      const scale = Math.sqrt(Math.abs(diagonal[k])) * Math.sqrt(Math.abs(diagonal[k + 1]));
      if (Math.abs(beside[k]) <= scale * ROUNDING) return k;
    }
    return size - 1;
  }

  /** Finds the eigenvalues of a block one after the other, on the way from `at` to `end`: QL upwards, QR downwards. */
  private reduce(at: number, end: number): boolean {
    const { diagonal, beside } = this;
    const step = end >= at ? 1 : -1;
    // What is beside a place and the next one of the way.
    const link = step > 0 ? 0 : -1;
    while ((end - at) * step >= 0) {
      let split = at;
      while (split !== end && !isSmall(beside[split + link], diagonal[split], diagonal[split + step])) split += step;
      if (split !== end) beside[split + link] = 0;
      if (split === at) {
        at += step;
      } else if (split === at + step) {
        this.solveTwo(Math.min(at, split));
        at += 2 * step;
      } else {
        if (this.left === 0) return false;
        this.left -= 1;
        this.sweep(split, at, step, link);
      }
    }
    return true;
  }

  /** The eigenvalues of two places that are cut off from the others. */
  private solveTwo(low: number): void {
    const { diagonal, beside, pair } = this;
    solvePair(diagonal[low], beside[low], diagonal[low + 1], pair);
    this.turn(low, pair.c, pair.s);
    diagonal[low] = pair.larger;
    diagonal[low + 1] = pair.smaller;
  }

  /** One sweep from `from` back to `at`, with a shift that is near the eigenvalue at `at`. */
  private sweep(from: number, at: number, step: number, link: number): void {
    const { diagonal, beside, rotation } = this;
    const slope = (diagonal[at + step] - diagonal[at]) / (2 * beside[at + link]);
    const root = hypotenuse(slope, 1);
    let g = diagonal[from] - diagonal[at] + beside[at + link] / (slope + (slope >= 0 ? root : -root));
    let s = 1;
    let c = 1;
    let p = 0;
    for (let far = from; far !== at; far -= step) {
      const near = far - step;
      const f = s * beside[near + link];
      const b = c * beside[near + link];
      rotationTo(g, f, rotation);
      c = rotation.c;
      s = rotation.s;
      if (far !== from) beside[far + link] = rotation.r;
      g = diagonal[far] - p;
      const r = (diagonal[near] - g) * s + 2 * c * b;
      p = s * r;
      diagonal[far] = g + p;
      g = c * r - b;
      this.turn(Math.min(near, far), c, -step * s);
    }
    diagonal[at] -= p;
    beside[at + link] = g;
  }

  /** Turns a column of the vectors and the one behind it. */
  private turn(column: number, c: number, s: number): void {
    const { vectors, size } = this;
    for (let i = 0, x = column * size, y = x + size; i < size; i++, x++, y++) {
      const behind = vectors[y];
      vectors[y] = c * behind - s * vectors[x];
      vectors[x] = s * behind + c * vectors[x];
    }
  }
}

function isSmall(beside: number, here: number, next: number): boolean {
  return beside * beside <= ROUNDING * ROUNDING * Math.abs(here) * Math.abs(next) + SMALLEST;
}
