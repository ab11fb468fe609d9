import { expect, test } from "vitest";
import { type MapOperation, plainBackend, type ZipOperation } from "../src/index.ts";

const numbers = [-2.5, 0, Number.NaN, 3, 0.5, Number.POSITIVE_INFINITY, -0.25];
const COUNT = 4;

const maps: readonly MapOperation[] = ["addScalar", "mulScalar", "threshold"];
const zips: readonly ZipOperation[] = ["add", "mul", "addMul", "thresholdGradient"];

for (const FloatArray of [Float64Array, Float32Array]) {
  // The elements from offset 2 on in `dense`, and every third from offset 1 on in `spread`.
  const dense = () => new FloatArray(numbers);
  const other = () => new FloatArray(numbers).reverse();
  const spreadOut = (source: Float64Array | Float32Array) => {
    const array = new FloatArray(13).fill(9);
    for (let i = 0; i < COUNT; i++) array[1 + 3 * i] = source[2 + i];
    return array;
  };
  const spread = () => spreadOut(dense());
  const otherSpread = () => spreadOut(other());
  const part = (array: Float64Array | Float32Array) => Array.from({ length: COUNT }, (_, i) => array[1 + 3 * i]);

  test.each(maps)(`%s of dense ${FloatArray.name} is that of strided ones, and touches nothing beside them`, (name) => {
    const y = other();
    plainBackend.map[name](COUNT, dense(), 2, 1, y, 2, 1, 0.5, 7);
    const expected = otherSpread();
    plainBackend.map[name](COUNT, spread(), 1, 3, expected, 1, 3, 0.5, 7);
    expect([...y.subarray(2, 2 + COUNT)]).toEqual(part(expected));
    expect([y[0], y[1], y[6]]).toEqual([other()[0], other()[1], other()[6]]);
  });

  test.each(zips)(`%s of dense ${FloatArray.name} is that of strided ones, and touches nothing beside them`, (name) => {
    const z = dense();
    plainBackend.zip[name](COUNT, z, 2, 1, other(), 2, 1, z, 2, 1, 0.5, 0);
    const expected = spread();
    plainBackend.zip[name](COUNT, expected, 1, 3, otherSpread(), 1, 3, expected, 1, 3, 0.5, 0);
    expect([...z.subarray(2, 2 + COUNT)]).toEqual(part(expected));
    expect([z[0], z[1], z[6]]).toEqual([numbers[0], numbers[1], numbers[6]]);
  });

  test(`the sum of dense ${FloatArray.name} is that of strided ones`, () => {
    const finite = new FloatArray([5, 1, 2, 3, 4]);
    expect(plainBackend.reduce.sum(3, finite, 1, 1, 0)).toBe(6);
    expect(plainBackend.reduce.sum(2, finite, 1, 2, 0)).toBe(4);
    expect(plainBackend.reduce.sum(3, dense(), 1, 1, 0)).toBeNaN();
  });
}
