import { BlasError } from "../errors/BlasError.ts";
import { NamedLibraryError } from "../errors/NamedLibraryError.ts";
import type { Host } from "../native/Host.ts";
import { candidates } from "./candidates.ts";
import { type OpenedLibrary, openLibrary } from "./openLibrary.ts";

/**
 * The library that was asked for by its path, or the first on the system that serves.
 *
 * @param asked a path; that of `RUSHLIGHT_BLAS` when left out
 * @param use makes something of a library, and throws when it can not be used
 * @throws BlasError when there is none
 */
export function findLibrary<T>(host: Host, asked: string | undefined, use: (library: OpenedLibrary) => T): T {
  const named = asked ?? host.environment.RUSHLIGHT_BLAS ?? "";
  if (named !== "") {
    try {
      return use(openLibrary(host, named));
    } catch (cause) {
      const source = asked === undefined ? "RUSHLIGHT_BLAS" : "library";
      throw new NamedLibraryError(
        `createBlasBackend: expected ${source} to be the path of a BLAS library, got "${named}": ${reason(cause)}`,
        { cause },
      );
    }
  }
  const refused: string[] = [];
  const paths = candidates(host);
  for (const path of paths) {
    let library: OpenedLibrary;
    try {
      library = openLibrary(host, path);
    } catch {
      continue;
    }
    try {
      if (library.library.name === "unknown") throw new Error(UNKNOWN);
      return use(library);
    } catch (error) {
      refused.push(`${path} was found but not taken: ${reason(error)}`);
    }
  }
  throw new BlasError(
    [
      "createBlasBackend: expected a BLAS library on this system, found none that serves",
      ...refused,
      `looked for ${paths.join(", ")}`,
      `to get one: ${advice(host.platform)}`,
      "or set RUSHLIGHT_BLAS to the path of a library",
    ].join("\n  "),
  );
}

/** The reference implementation has the same name as what distributions put in its place, and is slower than WebAssembly. */
const UNKNOWN = "it does not say which library it is, so it may be a slow one; RUSHLIGHT_BLAS takes it all the same";

function advice(platform: string): string {
  if (platform === "darwin") return "brew install openblas";
  if (platform === "win32") return "conda install openblas, or Intel's MKL with conda install mkl";
  return "apt install libopenblas0, dnf install openblas, pacman -S openblas, apk add openblas, or conda install mkl";
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
