import { type FloatArray, plainBackend } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { blasBackendOn } from "../src/backend/blasBackendOn.ts";
import { type FakeFunction, fakeBlas, fakeHost } from "./fakeHost.ts";

const right = fakeBlas();

/** What loading a library with these functions instead of right ones throws. */
function refusal(functions: Readonly<Record<string, FakeFunction>>): string {
  const host = fakeHost({ "/wrong.so": fakeBlas(functions) });
  try {
    blasBackendOn(host, { library: "/wrong.so", below: plainBackend });
  } catch (error) {
    return String(error);
  }
  return "";
}

/** A backend on a library with these functions instead of right ones. */
function backendWith(functions: Readonly<Record<string, FakeFunction>>): ReturnType<typeof blasBackendOn> {
  const host = fakeHost({ "/odd.so": fakeBlas(functions) });
  return blasBackendOn(host, { library: "/odd.so", below: plainBackend });
}

const isFloats = (value: unknown): value is FloatArray =>
  value instanceof Float32Array || value instanceof Float64Array;

describe("a library that computes wrong is refused", () => {
  const cases = ["cblas_sgemm", "cblas_dgemm", "cblas_sgemv", "cblas_dgemv", "cblas_sger", "cblas_dger"];

  test.each([...cases, "cblas_saxpy", "cblas_daxpy"])("%s that does nothing", (name) => {
    expect(refusal({ [name]: () => undefined })).toMatch(/got "\/wrong.so": it computes wrong on this processor/);
  });

  test.each(["cblas_ddot", "cblas_dsdot"])("%s that is off by one", (name) => {
    expect(refusal({ [name]: (...args) => Number(right[name](...args)) + 1 })).toContain("it computes wrong");
  });

  test("a product that is wrong for large sizes alone is found, and the message says which", () => {
    const gemm: FakeFunction = (...args) => {
      right.cblas_sgemm(...args);
      const c = args[12];
      if (Number(args[5]) > 60 && isFloats(c)) c[0] += 1;
      return undefined;
    };
    expect(refusal({ cblas_sgemm: gemm })).toContain("gemm with m 40, n 35, k 65, NN, alpha 2, beta -1 in float32");
  });

  test("a product that writes between the rows of its result is found", () => {
    const gemm: FakeFunction = (...args) => {
      right.cblas_dgemm(...args);
      const c = args[12];
      if (Number(args[13]) > Number(args[4]) && isFloats(c)) c[Number(args[4])] += 1;
      return undefined;
    };
    expect(refusal({ cblas_dgemm: gemm })).toContain("gemm with");
  });
});

describe("what a library treats in its own way is left to the backend below", () => {
  test("a product that passes over zeros, and NaN with them", () => {
    const ger: FakeFunction = (...args) => {
      const clean = [...args];
      const [x, y] = [clean[4], clean[6]];
      if (isFloats(x) && isFloats(y)) {
        const finite = (v: FloatArray): FloatArray => v.map((value) => (Number.isFinite(value) ? value : 0));
        clean[4] = finite(x);
        clean[6] = finite(y);
      }
      return right.cblas_dger(...clean);
    };
    const backend = backendWith({ cblas_dger: ger });
    expect(backend.matrix.ger).toBe(plainBackend.matrix.ger);
    expect(backend.matrix.gemm).not.toBe(plainBackend.matrix.gemm);
  });

  test("a product that reads its result although beta is 0", () => {
    const gemv: FakeFunction = (...args) => {
      const [beta, y] = [args[9], args[10]];
      const spoilt = beta === 0 && isFloats(y) && Number.isNaN(y[0]);
      right.cblas_sgemv(...args);
      if (spoilt) y[0] = Number.NaN;
      return undefined;
    };
    const backend = backendWith({ cblas_sgemv: gemv });
    expect(backend.matrix.gemv).toBe(plainBackend.matrix.gemv);
  });

  test("a product of float32 vectors that is accumulated in single precision", () => {
    const dot: FakeFunction = (count, x, xStride, y, yStride) => {
      if (!isFloats(x) || !isFloats(y)) return Number.NaN;
      let total = 0;
      for (let i = 0; i < Number(count); i++) {
        total = Math.fround(total + x[i * Number(xStride)] * y[i * Number(yStride)]);
      }
      return total;
    };
    const { matrix } = backendWith({ cblas_dsdot: dot });
    const x = new Float32Array(100).fill(1);
    x[0] = 2 ** 30;
    x[99] = -(2 ** 30);
    expect(matrix.dot(100, x, 0, 1, new Float32Array(100).fill(1), 0, 1)).toBe(98);
  });
});
