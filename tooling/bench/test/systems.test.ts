import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { machine } from "../src/machine/machine.ts";
import { findPython } from "../src/workloads/systems/findPython.ts";
import { titleOf } from "../src/workloads/systems/System.ts";
import { allSystems } from "../src/workloads/systems/systems.ts";

const folder = mkdtempSync(join(tmpdir(), "bench-systems-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program that ends with a code, as a Python does that has PyTorch or has not. */
function program(name: string, code: number): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\nexit ${code}\n`);
  chmodSync(file, 0o755);
  return file;
}

test("the Python that is named must have PyTorch", async () => {
  const withTorch = program("with", 0);
  const without = program("without", 1);
  expect(await findPython(withTorch)).toBe(withTorch);
  await expect(findPython(without)).rejects.toThrow(
    `no PyTorch for ${without}; RUSHLIGHT_BENCH_PYTHON names another Python`,
  );
  await expect(findPython("/no/such/python")).rejects.toThrow("no PyTorch for /no/such/python");
});

test("Rushlight's processes are told their backend, and everything that has a BLAS its threads", async () => {
  const systems = allSystems({ node: "programs", python: "programs" }, 3);
  const blas = await systems.find(({ name }) => name === "blas")?.command();
  expect(blas?.args).toEqual([join("programs", "rushlight.js")]);
  expect(blas?.environment).toEqual({
    RUSHLIGHT_BACKEND: "blas",
    RUSHLIGHT_BENCH_THREADS: "1",
    OMP_NUM_THREADS: "1",
    OPENBLAS_NUM_THREADS: "1",
  });
});

test("the WebAssembly backend is measured on one thread and on several, unless one is all there is", async () => {
  const wasm = (threads: number) => allSystems({ node: "", python: "" }, threads).filter(({ name }) => name === "wasm");
  expect(wasm(1).map(({ threads }) => threads)).toEqual([1]);
  const [one, five] = wasm(5);
  expect([one.threads, five.threads]).toEqual([1, 5]);
  expect((await one.command()).environment?.RUSHLIGHT_BENCH_THREADS).toBe("1");
  expect((await five.command()).environment?.RUSHLIGHT_BENCH_THREADS).toBe("5");
});

test("a system is called by its name and its threads", () => {
  expect(titleOf({ name: "pytorch", threads: 1 })).toBe("pytorch, 1 thread");
  expect(titleOf({ name: "pytorch", threads: 2 })).toBe("pytorch, 2 threads");
});

test("the machine's description has the variables that change its speed, and no others", () => {
  const environmentOf = (variables: NodeJS.ProcessEnv): string | undefined =>
    machine(variables).find(([name]) => name === "Environment")?.[1];
  expect(environmentOf({ PATH: "x", OPENBLAS_CORETYPE: "Haswell", OMP_NUM_THREADS: "2" })).toBe(
    "OMP_NUM_THREADS=2, OPENBLAS_CORETYPE=Haswell",
  );
  expect(environmentOf({ PATH: "x" })).toBe("nothing set");
});
