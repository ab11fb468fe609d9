import type { Backend } from "@rushlight/tensor";

/** Not written where it is imported: the package is optional, and need not be there for a build. */
const PACKAGE = "@rushlight/blas";

/** The BLAS backend, or why there is none. */
export async function findBlas(): Promise<Backend | string> {
  try {
    const found: unknown = await import(PACKAGE);
    const make: unknown = typeof found === "object" && found !== null ? Reflect.get(found, "blasBackend") : undefined;
    if (typeof make !== "function") return `${PACKAGE} does not export blasBackend`;
    const backend: unknown = Reflect.apply(make, undefined, []);
    return isBackend(backend) ? backend : "no BLAS was found on this system";
  } catch (error) {
    return reasonOf(error);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // What Node says goes on with where it looked: a path of this machine.
  if ("code" in error && error.code === "ERR_MODULE_NOT_FOUND") return `there is no package ${PACKAGE}`;
  return error.message.split("\n")[0];
}

function isBackend(value: unknown): value is Backend {
  return typeof value === "object" && value !== null && "name" in value && "matrix" in value;
}
