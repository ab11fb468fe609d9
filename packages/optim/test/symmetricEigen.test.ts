import { Generator } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { SymmetricEigen } from "../src/numeric/SymmetricEigen.ts";

/** V·diag(values)·Vᵀ for the eigenvectors in the rows of `vectors`. */
function composed(values: ArrayLike<number>, vectors: ArrayLike<number>): number[] {
  const n = values.length;
  return Array.from({ length: n * n }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += vectors[k * n + Math.floor(at / n)] * values[k] * vectors[k * n + (at % n)];
    return sum;
  });
}

/** The largest distance between two lists. */
function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i])));
}

/** VᵀV for eigenvectors in rows: what should be the identity. */
function products(n: number, vectors: ArrayLike<number>): number[] {
  return Array.from({ length: n * n }, (_, at) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += vectors[Math.floor(at / n) * n + i] * vectors[(at % n) * n + i];
    return sum;
  });
}

const identity = (n: number): number[] => Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));

function randomSymmetric(n: number, generator: Generator): number[] {
  const a = Array.from({ length: n * n }, () => generator.normal());
  return a.map((value, at) => value + a[(at % n) * n + Math.floor(at / n)]);
}

function expectDecomposition(matrix: readonly number[], n: number): void {
  const eigen = new SymmetricEigen(n);
  const before = [...matrix];
  expect(eigen.decompose(matrix)).toBe(true);
  const scale = Math.max(...matrix.map(Math.abs)) || 1;
  expect(matrix).toEqual(before);
  expect([...eigen.values]).toEqual([...eigen.values].sort((a, b) => a - b));
  expect(distance(composed(eigen.values, eigen.vectors), matrix)).toBeLessThan(1e-13 * n * scale);
  expect(distance(products(n, eigen.vectors), identity(n))).toBeLessThan(1e-14 * n);
}

test("random symmetric matrices of many sizes are composed of their eigenvalues and orthonormal vectors", () => {
  const generator = new Generator(1);
  for (const n of [1, 2, 3, 4, 5, 7, 10, 16, 33]) {
    for (let i = 0; i < 10; i++) expectDecomposition(randomSymmetric(n, generator), n);
  }
});

test("matrices with equal eigenvalues, of low rank, diagonal, banded or zero decompose as well", () => {
  const n = 6;
  const generator = new Generator(2);
  const direction = Array.from({ length: n }, () => generator.normal());
  const outer = identity(n).map((one, at) => one + direction[Math.floor(at / n)] * direction[at % n]);
  expectDecomposition(outer, n);
  expectDecomposition(
    outer.map((value, at) => value - identity(n)[at]),
    n,
  );
  expectDecomposition(
    identity(n).map((one, at) => one * [3, -1, 0, 3, 2, -1][at % n]),
    n,
  );
  expectDecomposition(
    identity(n).map((one, at) => (Math.abs(Math.floor(at / n) - (at % n)) === 1 ? -1 : 2 * one)),
    n,
  );
  expectDecomposition(new Array<number>(n * n).fill(0), n);
  expectDecomposition(new Array<number>(n * n).fill(1), n);
});

test("very large, very small and very unequal numbers neither overflow nor vanish", () => {
  const matrix = randomSymmetric(5, new Generator(3));
  for (const scale of [1e300, 1e-300, 1e150, 1e-150]) {
    const eigen = new SymmetricEigen(5);
    const plain = new SymmetricEigen(5);
    expect(eigen.decompose(matrix.map((value) => value * scale))).toBe(true);
    plain.decompose(matrix);
    expect(
      distance(
        eigen.values.map((value) => value / scale),
        plain.values,
      ),
    ).toBeLessThan(1e-13);
  }
  expectDecomposition([1, 1e-200, 1e-180, 1e-200, 2, 0, 1e-180, 0, 3], 3);
  expectDecomposition([1e100, 1, 1, 1, 1e-100, 0, 1, 0, 1], 3);
});

test("the eigenvalues of a path are known in closed form", () => {
  const n = 12;
  const path = identity(n).map((_, at) => (Math.abs(Math.floor(at / n) - (at % n)) === 1 ? 1 : 0));
  const eigen = new SymmetricEigen(n);
  eigen.decompose(path);
  const known = Array.from({ length: n }, (_, k) => 2 * Math.cos((Math.PI * (n - k)) / (n + 1)));
  expect(distance(eigen.values, known)).toBeLessThan(1e-14);
});

/** What dsyev of LAPACK 3.10 gave, with the upper triangle: eigenvectors in rows. */
const recorded = [
  {
    matrix: [2, 1, 1, 3],
    vectors: [-0.8506508083520399, 0.5257311121191335, 0.5257311121191335, 0.8506508083520399],
  },
  {
    matrix: [4, 1, -2, 1, 2, 0, -2, 0, 3],
    vectors: [
      ...[-0.5773502691896256, 0.5773502691896254, -0.5773502691896258],
      ...[0.21132486540518708, 0.7886751345948128, 0.5773502691896257],
      ...[-0.7886751345948129, -0.21132486540518708, 0.5773502691896256],
    ],
  },
  {
    matrix: [1, 2, 3, 4, 2, -5, 1, 0, 3, 1, 2, -1, 4, 0, -1, 7],
    vectors: [
      ...[0.3584894255455348, -0.9257571026538816, -0.034245946820474056, -0.11526636015894956],
      ...[0.6701741141364179, 0.3229350165979923, -0.5764441406372197, -0.3380706797717587],
      ...[-0.43727104845248105, -0.181986520663658, -0.8113123945349063, 0.34270560975280284],
      ...[0.480776474776759, 0.07461680934937612, 0.0911677921495492, 0.8688928281084656],
    ],
  },
];

test("eigenvectors have the signs and the order that LAPACK's dsyev gives them", () => {
  for (const { matrix, vectors } of recorded) {
    const eigen = new SymmetricEigen(Math.sqrt(matrix.length));
    eigen.decompose(matrix);
    expect(distance(eigen.vectors, vectors)).toBeLessThan(1e-14);
  }
});
