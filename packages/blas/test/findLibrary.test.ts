import { ArgumentError, mm, ones, plainBackend, useBackend } from "@rushlight/tensor";
import { afterEach, describe, expect, test } from "vitest";
import { blasBackendOn } from "../src/backend/blasBackendOn.ts";
import { BlasError } from "../src/index.ts";
import { fakeBlas, fakeHost, fakeOpenBlas } from "./fakeHost.ts";

afterEach(() => {
  useBackend(plainBackend);
});

describe("looking for a library", () => {
  test("finds one by the name that the system knows it by, and says which it is", () => {
    const host = fakeHost({ "libopenblas.so.0": fakeOpenBlas() });
    const blas = blasBackendOn(host, {});
    expect(blas.library).toEqual({ name: "OpenBLAS", path: "libopenblas.so.0", config: "OpenBLAS 0.3.99 Fake" });
    expect(blas.name).toBe("blas");
    expect(blas.features).toContain("openblas");
    useBackend(blas);
    expect(mm(ones(20, 30), ones(30, 40)).sum()).toBe(24_000);
  });

  test("goes on to the next where one can not be loaded, lacks functions, or computes wrong", () => {
    const { cblas_dger: _, ...lacking } = fakeOpenBlas();
    const wrong = fakeOpenBlas({ cblas_sgemm: () => undefined });
    const host = fakeHost({
      "libopenblas.so.0": lacking,
      "libopenblas.so": wrong,
      "libblis.so.4": fakeBlas({ bli_info_get_version_str: () => "1.0" }),
    });
    const blas = blasBackendOn(host, {});
    expect(blas.library).toEqual({ name: "BLIS", path: "libblis.so.4", config: "BLIS 1.0" });
    expect(host.loaded.slice(0, 2)).toEqual(["libopenblas.so.0", "libopenblas.so"]);
  });

  test.each([
    ["darwin", {}, "/System/Library/Frameworks/Accelerate.framework/Accelerate", "Accelerate"],
    ["darwin", {}, "/opt/homebrew/opt/openblas/lib/libopenblas.dylib", "OpenBLAS"],
    ["win32", {}, "libopenblas.dll", "OpenBLAS"],
    ["win32", { MKLROOT: "D:\\mkl" }, "D:\\mkl\\bin\\mkl_rt.2.dll", "MKL"],
    ["linux", { CONDA_PREFIX: "/conda" }, "/conda/lib/libmkl_rt.so.2", "MKL"],
    ["linux", {}, "libblas.so.3", "OpenBLAS"],
  ])("on %s with %o it tries %s", (platform, environment, path, name) => {
    const libraries = { OpenBLAS: fakeOpenBlas(), MKL: fakeMkl(), Accelerate: fakeBlas() };
    const functions = name === "MKL" ? libraries.MKL : name === "OpenBLAS" ? libraries.OpenBLAS : libraries.Accelerate;
    const blas = blasBackendOn(fakeHost({ [path]: functions }, { platform, environment }), {});
    expect(blas.library.name).toBe(name);
    expect(blas.library.path).toBe(path);
  });

  test("a library without a name is taken only when it is asked for", () => {
    const libraries = { "libblas.so.3": fakeBlas() };
    expect(() => blasBackendOn(fakeHost(libraries), {})).toThrow(
      "libblas.so.3 was found but not taken: it does not say which library it is",
    );
    const blas = blasBackendOn(fakeHost(libraries), { library: "libblas.so.3" });
    expect(blas.library.name).toBe("unknown");
    expect(blas.features).toContain("blas");
  });

  test("without any, the message says what was looked for and how to get one", () => {
    const find = (platform: string) => () => blasBackendOn(fakeHost({}, { platform }), {});
    expect(find("linux")).toThrow(BlasError);
    expect(find("linux")).toThrow("createBlasBackend: expected a BLAS library on this system, found none that serves");
    expect(find("linux")).toThrow("looked for libopenblas.so.0, libopenblas.so,");
    expect(find("linux")).toThrow("apt install libopenblas0");
    expect(find("linux")).toThrow("dnf install openblas");
    expect(find("darwin")).toThrow("brew install openblas");
    expect(find("win32")).toThrow("conda install mkl");
  });
});

describe("a library that was asked for", () => {
  test("is the only one that is tried, by option before the environment", () => {
    const libraries = { "/a.so": fakeOpenBlas(), "/b.so": fakeOpenBlas(), "libopenblas.so.0": fakeOpenBlas() };
    const host = fakeHost(libraries, { environment: { RUSHLIGHT_BLAS: "/a.so" } });
    expect(blasBackendOn(host, {}).library.path).toBe("/a.so");
    expect(blasBackendOn(host, { library: "/b.so" }).library.path).toBe("/b.so");
    expect(host.loaded).toEqual(["/a.so", "/b.so"]);
  });

  test("is an error that names it when it can not be loaded", () => {
    const host = fakeHost({ "libopenblas.so.0": fakeOpenBlas() }, { environment: { RUSHLIGHT_BLAS: "/gone.so" } });
    expect(() => blasBackendOn(host, {})).toThrow(
      'createBlasBackend: expected RUSHLIGHT_BLAS to be the path of a BLAS library, got "/gone.so": cannot open',
    );
    expect(() => blasBackendOn(host, { library: "/none.so" })).toThrow(
      'createBlasBackend: expected library to be the path of a BLAS library, got "/none.so": cannot open',
    );
  });

  test("is an error that says which function it lacks", () => {
    const { cblas_dsdot: _, ...lacking } = fakeBlas();
    expect(() => blasBackendOn(fakeHost({ "/a.so": lacking }), { library: "/a.so" })).toThrow(
      `got "/a.so": Cannot find function 'cblas_dsdot' in shared library`,
    );
  });
});

describe("threads", () => {
  const libraries = { "libopenblas.so.0": fakeOpenBlas() };

  test("are one unless the environment says otherwise, the library's own variable first", () => {
    expect(blasBackendOn(fakeHost(libraries), {}).threads).toBe(1);
    const threadsWith = (environment: Record<string, string>): number | undefined =>
      blasBackendOn(fakeHost(libraries, { environment }), {}).threads;
    expect(threadsWith({ OMP_NUM_THREADS: "3" })).toBe(3);
    expect(threadsWith({ OMP_NUM_THREADS: "3", OPENBLAS_NUM_THREADS: "2" })).toBe(2);
    expect(threadsWith({ MKL_NUM_THREADS: "3" })).toBe(1);
    expect(threadsWith({ OPENBLAS_NUM_THREADS: "many" })).toBe(1);
    expect(threadsWith({ OPENBLAS_NUM_THREADS: "" })).toBe(1);
  });

  test("can be given and set", () => {
    const blas = blasBackendOn(fakeHost(libraries), { threads: 4 });
    expect(blas.threads).toBe(4);
    blas.threads = 2;
    expect(blas.threads).toBe(2);
  });

  test("are set by the functions of MKL and BLIS too", () => {
    const blas = blasBackendOn(fakeHost({ "libmkl_rt.so": fakeMkl() }), {});
    expect(blas.library.config).toBe("Intel MKL 2026");
    expect(blas.threads).toBe(1);
    let threads = 9;
    const blis = fakeBlas({
      bli_info_get_version_str: () => "1.0",
      bli_thread_get_num_threads: () => threads,
      bli_thread_set_num_threads: (count) => {
        threads = Number(count);
        return undefined;
      },
    });
    expect(blasBackendOn(fakeHost({ "libblis.so": blis }), { threads: 5 }).threads).toBe(5);
    expect(threads).toBe(5);
  });

  test("are refused when they are not a whole number from 1 on", () => {
    const blas = blasBackendOn(fakeHost(libraries), {});
    for (const count of [0, -1, 1.5, Number.NaN]) {
      expect(() => blasBackendOn(fakeHost(libraries), { threads: count })).toThrow(ArgumentError);
      expect(() => {
        blas.threads = count;
      }).toThrow(`threads: expected a whole number from 1 to 1024, got ${count}`);
    }
    expect(blas.threads).toBe(1);
  });

  test("are refused for a library that decides by itself, with the variable that it reads", () => {
    const path = "/System/Library/Frameworks/Accelerate.framework/Accelerate";
    const host = fakeHost({ [path]: fakeBlas() }, { platform: "darwin" });
    const blas = blasBackendOn(host, {});
    expect(blas.threads).toBeUndefined();
    expect(() => {
      blas.threads = 2;
    }).toThrow("threads: Accelerate decides by itself how many threads it takes; set VECLIB_MAXIMUM_THREADS before");
  });
});

function fakeMkl(): ReturnType<typeof fakeBlas> {
  let threads = 9;
  return fakeBlas({
    MKL_Get_Version_String: (buffer) => {
      if (buffer instanceof Uint8Array) buffer.set([...new TextEncoder().encode("Intel MKL 2026"), 0]);
      return undefined;
    },
    MKL_Get_Max_Threads: () => threads,
    MKL_Set_Num_Threads: (count) => {
      threads = Number(count);
      return undefined;
    },
  });
}
