/** A rotation of a plane: [c s; −s c], and what it leaves of the vector that it turns. */
export interface Rotation {
  c: number;
  s: number;
  r: number;
}

/** The rotation that turns [f, g] into [r, 0], with the signs of `dlartg` in LAPACK 3.10 and later. */
export function rotationTo(f: number, g: number, into: Rotation): void {
  if (g === 0) {
    into.c = 1;
    into.s = 0;
    into.r = f;
  } else if (f === 0) {
    into.c = 0;
    into.s = Math.sign(g);
    into.r = Math.abs(g);
  } else {
    const length = Math.sqrt(f * f + g * g);
    into.c = Math.abs(f) / length;
    into.r = f < 0 ? -length : length;
    into.s = g / into.r;
  }
}

/** The eigenvalues of a symmetric matrix of two rows, and the eigenvector [c, s] of the one that is larger in magnitude. */
export interface EigenPair {
  larger: number;
  smaller: number;
  c: number;
  s: number;
}

/** Solves [a b; b c], with the signs of LAPACK's `dlaev2`. */
export function solvePair(a: number, b: number, c: number, into: EigenPair): void {
  const sum = a + c;
  const difference = a - c;
  const twice = b + b;
  const root = rootOfSquares(Math.abs(difference), Math.abs(twice));
  if (sum === 0) {
    into.larger = 0.5 * root;
    into.smaller = -0.5 * root;
  } else {
    const [high, low] = Math.abs(a) > Math.abs(c) ? [a, c] : [c, a];
    into.larger = 0.5 * (sum < 0 ? sum - root : sum + root);
    // The determinant over the other one: a plain difference of sum and root would cancel.
    into.smaller = (high / into.larger) * low - (b / into.larger) * b;
  }
  const ahead = difference >= 0;
  const along = ahead ? difference + root : difference - root;
  let x = 1;
  let y = 0;
  if (Math.abs(along) > Math.abs(twice)) {
    const cotangent = -twice / along;
    y = 1 / Math.sqrt(1 + cotangent * cotangent);
    x = cotangent * y;
  } else if (twice !== 0) {
    const tangent = -along / twice;
    x = 1 / Math.sqrt(1 + tangent * tangent);
    y = tangent * x;
  }
  const turned = ahead === sum >= 0;
  into.c = turned ? -y : x;
  into.s = turned ? x : y;
}

/** √(x² + y²) for x, y ≥ 0, as `dlaev2` rounds it. */
function rootOfSquares(x: number, y: number): number {
  return x === y ? x * Math.SQRT2 : hypotenuse(x, y);
}

/** √(x² + y²), as LAPACK's `dlapy2` rounds it. */
export function hypotenuse(x: number, y: number): number {
  const large = Math.max(Math.abs(x), Math.abs(y));
  const small = Math.min(Math.abs(x), Math.abs(y));
  return small === 0 ? large : large * Math.sqrt(1 + (small / large) ** 2);
}
