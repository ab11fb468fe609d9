import { ArgumentError, type Backend } from "@rushlight/tensor";

/** What is used of `@rushlight/blas`. */
export interface BlasPackage {
  blasBackend(): Backend | undefined;
  createBlasBackend(): Backend;
}

/** What is used of Node to find a package at run time. */
interface NodeProcess {
  getBuiltinModule(name: "node:module"): {
    createRequire(from: string): (name: string) => unknown;
  };
  cwd(): string;
}

/**
 * The package `@rushlight/blas`. It is optional, so it is looked for at run time, where bundlers do not see it: programs
 * that never ask for it need not install it, and pages for browsers do not carry it.
 *
 * @throws ArgumentError when it is not installed
 */
export function requireBlas(): BlasPackage {
  const process: unknown = Reflect.get(globalThis, "process");
  if (!isNodeProcess(process)) {
    throw new ArgumentError("the backend blas: expected Node 20.19 or later, which can load libraries of the system");
  }
  // A bundle that is not an ES module has no address: what the program itself can require serves then.
  const address: unknown = Reflect.get(import.meta, "url");
  const from = typeof address === "string" ? address : `${process.cwd()}/`;
  let found: unknown;
  try {
    found = process.getBuiltinModule("node:module").createRequire(from)("@rushlight/blas");
  } catch (cause) {
    throw new ArgumentError(
      "the backend blas: expected the package @rushlight/blas; get it with npm install @rushlight/blas koffi",
      { cause },
    );
  }
  if (!isBlasPackage(found)) throw new ArgumentError("the backend blas: expected @rushlight/blas to have a backend");
  return found;
}

function isNodeProcess(value: unknown): value is NodeProcess {
  return typeof value === "object" && value !== null && "getBuiltinModule" in value && "cwd" in value;
}

function isBlasPackage(value: unknown): value is BlasPackage {
  return typeof value === "object" && value !== null && "blasBackend" in value && "createBlasBackend" in value;
}
