import { BlasError } from "../errors/BlasError.ts";
import type { Host } from "./Host.ts";
import { isKoffi, type Koffi, koffiLoader } from "./koffiLoader.ts";

/**
 * The system that this program runs on.
 *
 * @throws BlasError where no system libraries can be loaded: in browsers, and without the package koffi
 */
export function thisHost(): Host {
  // Asked for at run time alone, so that the package can be imported and bundled anywhere.
  const process: unknown = Reflect.get(globalThis, "process");
  if (!isNodeProcess(process)) {
    throw new BlasError(
      "createBlasBackend: expected a platform that loads libraries of the system, Node 20.19 or later",
    );
  }
  return { platform: process.platform, environment: process.env, loader: koffiLoader(requireKoffi(process)) };
}

function requireKoffi(process: NodeJS.Process): Koffi {
  // A bundle that is not an ES module has no address: what the program itself can require serves then.
  const address: unknown = Reflect.get(import.meta, "url");
  const from = typeof address === "string" ? address : `${process.cwd()}/`;
  let koffi: unknown;
  try {
    koffi = process.getBuiltinModule("node:module").createRequire(from)("koffi");
  } catch (cause) {
    throw new BlasError(
      "createBlasBackend: expected the package koffi, which calls libraries of the system; get it with npm install koffi",
      { cause },
    );
  }
  if (!isKoffi(koffi))
    throw new BlasError("createBlasBackend: expected koffi 3, got a package of that name without load");
  return koffi;
}

function isNodeProcess(value: unknown): value is NodeJS.Process {
  return typeof value === "object" && value !== null && "getBuiltinModule" in value && "env" in value;
}
