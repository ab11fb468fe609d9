import { Tensor } from "@rushlight/tensor";

/**
 * The vertices of a regular simplex around the origin, `[n, n]`: one row each, all of length 1 and equally far apart, with
 * a last column of zeros.
 */
export function simplexVertices(n: number): Tensor {
  const vertices = new Tensor([n, n]);
  const { data } = vertices.storage();
  for (let k = 0; k < n - 1; k++) {
    let rest = 1;
    for (let j = 0; j < k; j++) rest -= data[k * n + j] ** 2;
    const height = Math.sqrt(rest);
    data[k * n + k] = height;
    for (let row = k + 1; row < n; row++) data[row * n + k] = (height ** 2 - 1 - 1 / (n - 1)) / height;
  }
  return vertices;
}
