import { type FloatArray, plainBackend } from "@rushlight/tensor";
import { TRANSPOSE } from "../src/library/BlasFunctions.ts";
import type { Host } from "../src/native/Host.ts";
import type { NativeFunction, NativeLibrary, NativeResults, Pointer } from "../src/native/NativeLoader.ts";

/** A function of a fake library. */
export type FakeFunction = (...args: Pointer[]) => number | string | undefined;

/** The functions of a fake library by name. */
export type FakeFunctions = Readonly<Record<string, FakeFunction>>;

/** Arrays whose address was asked for. */
const arrays: FloatArray[] = [];
const FIRST_ADDRESS = 4096;

/** A system with these libraries on it, by path, and what was tried to load. */
export function fakeHost(
  libraries: Readonly<Record<string, FakeFunctions>>,
  { platform = "linux", environment = {} }: Partial<Pick<Host, "platform" | "environment">> = {},
): Host & { readonly loaded: string[] } {
  const loaded: string[] = [];
  const load = (path: string): NativeLibrary => {
    loaded.push(path);
    if (!Object.hasOwn(libraries, path)) throw new Error("cannot open shared object file");
    return fakeLibrary(libraries[path]);
  };
  const address = (array: FloatArray): number => FIRST_ADDRESS + arrays.push(array) - 1;
  return { platform, environment, loader: { load, address }, loaded };
}

/** A library of fake functions. */
function fakeLibrary(functions: FakeFunctions): NativeLibrary {
  return {
    func<R extends keyof NativeResults>(name: string): NativeFunction<R> {
      if (!Object.hasOwn(functions, name)) throw new Error(`Cannot find function '${name}' in shared library`);
      return functions[name] as NativeFunction<R>;
    },
  };
}

/** A library that computes as the plain backend does. */
export function fakeBlas(more: FakeFunctions = {}): FakeFunctions {
  return { ...precision("s", "cblas_dsdot"), ...precision("d", "cblas_ddot"), ...more };
}

/** What OpenBLAS has beside the products: its name, and threads. */
export function fakeOpenBlas(more: FakeFunctions = {}): FakeFunctions {
  let threads = 8;
  return fakeBlas({
    openblas_get_config: () => "OpenBLAS 0.3.99 Fake ",
    openblas_get_num_threads: () => threads,
    openblas_set_num_threads: (count) => {
      threads = number(count);
      return undefined;
    },
    ...more,
  });
}

function precision(letter: "s" | "d", dot: string): FakeFunctions {
  const { matrix, zip } = plainBackend;
  return {
    [`cblas_${letter}gemm`]: (_order, tA, tB, m, n, k, alpha, a, aLeading, b, bLeading, beta, c, cLeading) => {
      const [x, y, z] = [array(a), array(b), array(c)];
      const sizes = [number(m), number(n), number(k)] as const;
      matrix.gemm(
        ...([tA === TRANSPOSE, tB === TRANSPOSE, ...sizes, number(alpha), x, 0, number(aLeading)] as const),
        ...([y, 0, number(bLeading), number(beta), z, 0, number(cLeading)] as const),
      );
      return undefined;
    },
    [`cblas_${letter}gemv`]: (_order, t, m, n, alpha, a, aLeading, x, xStride, beta, y, yStride) => {
      matrix.gemv(
        ...([t === TRANSPOSE, number(m), number(n), number(alpha), array(a), 0, number(aLeading)] as const),
        ...([array(x), 0, number(xStride), number(beta), array(y), 0, number(yStride)] as const),
      );
      return undefined;
    },
    [`cblas_${letter}ger`]: (_order, m, n, alpha, x, xStride, y, yStride, a, aLeading) => {
      matrix.ger(
        ...([number(m), number(n), number(alpha), array(x), 0, number(xStride)] as const),
        ...([array(y), 0, number(yStride), array(a), 0, number(aLeading)] as const),
      );
      return undefined;
    },
    [dot]: (count, x, xStride, y, yStride) =>
      matrix.dot(number(count), array(x), 0, number(xStride), array(y), 0, number(yStride)),
    [`cblas_${letter}axpy`]: (count, alpha, x, xStride, y, yStride) => {
      const z = array(y);
      zip.add(
        ...([number(count), z, 0, number(yStride), array(x), 0, number(xStride)] as const),
        ...([z, 0, number(yStride), number(alpha), 0] as const),
      );
      return undefined;
    },
  };
}

function number(value: Pointer): number {
  if (typeof value !== "number") throw new TypeError("expected a number");
  return value;
}

function array(value: Pointer): FloatArray {
  if (value instanceof Float32Array || value instanceof Float64Array) return value;
  const known = typeof value === "number" ? arrays[value - FIRST_ADDRESS] : undefined;
  if (known === undefined) throw new TypeError("expected an array or its address");
  return known;
}
