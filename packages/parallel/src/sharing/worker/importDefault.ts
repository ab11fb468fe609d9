import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { shown } from "@rushlight/tensor";
import { FileFailure, failureOf } from "./FileFailure.ts";

/** The function that a file exports as its default. */
export async function importDefault(file: string): Promise<(...values: readonly unknown[]) => unknown> {
  let namespace: unknown;
  try {
    namespace = await importFile(file);
  } catch (error) {
    throw failureOf(file, error);
  }
  const found = defaultOf(namespace);
  if (isFunction(found)) return found;
  throw new FileFailure(`${file}: expected a default export that is a function, got ${shown(found)}`);
}

/**
 * What the function that a file exports as its default makes of some data.
 *
 * @throws FileFailure when the file can not be used, or the function fails
 */
export async function callDefault(file: string, data: unknown): Promise<unknown> {
  const make = await importDefault(file);
  try {
    return await make(data);
  } catch (error) {
    throw failureOf(file, error);
  }
}

async function importFile(file: string): Promise<unknown> {
  try {
    return await import(/* @vite-ignore */ file);
  } catch (error) {
    if (!isUnknownExtension(error)) throw error;
    // What loads TypeScript may have hooked into `require` alone in this thread.
    return createRequire(file)(fileURLToPath(file));
  }
}

function isUnknownExtension(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_UNKNOWN_FILE_EXTENSION";
}

function defaultOf(namespace: unknown): unknown {
  return typeof namespace === "object" && namespace !== null && "default" in namespace ? namespace.default : undefined;
}

function isFunction(value: unknown): value is (...values: readonly unknown[]) => unknown {
  return typeof value === "function";
}
