import { OptionError } from "@rushlight/command-line";
import { type BackendName, namedBackend } from "@rushlight/nn";
import { ArgumentError, backend, useBackend } from "@rushlight/tensor";

/**
 * Runs something on the backend of a name, then goes back to the one before.
 *
 * @param name nothing for the one that is in use
 * @throws OptionError when it can not be had on this machine
 */
export async function withBackend<T>(name: BackendName | undefined, run: () => Promise<T>): Promise<T> {
  if (name === undefined) return run();
  const before = backend();
  try {
    useBackend(namedBackend(name));
  } catch (error) {
    throw error instanceof ArgumentError ? new OptionError(`--backend ${name}: ${error.message}`) : error;
  }
  try {
    return await run();
  } finally {
    useBackend(before);
  }
}
