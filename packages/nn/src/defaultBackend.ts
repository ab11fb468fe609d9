import { ArgumentError, backend, environmentVariable, plainBackend, useBackend } from "@rushlight/tensor";
import { bestBackend } from "./backend/bestBackend.ts";
import { backendNames, isBackendName, namedBackend } from "./backend/namedBackend.ts";

/**
 * Installs the backend that the environment variable `RUSHLIGHT_BACKEND` names; without it, the WebAssembly backend where
 * the platform can run it, unless the program has chosen another before.
 */
function installDefaultBackend(): void {
  const name = environmentVariable("RUSHLIGHT_BACKEND");
  if (name === undefined || name === "") {
    if (backend() === plainBackend) useBackend(bestBackend());
    return;
  }
  if (!isBackendName(name)) {
    throw new ArgumentError(`RUSHLIGHT_BACKEND: expected ${backendNames.join(" or ")}, got "${name}"`);
  }
  useBackend(namedBackend(name));
}

installDefaultBackend();
