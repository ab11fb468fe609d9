/** The loss that 400 steps must reach; guessing has 0.69. */
const LARGEST_LOSS = 0.1;

/**
 * What is wrong with a visit of the page, a sentence each.
 *
 * @param {Pick<import("./visit.js").Visit, "result" | "complaints" | "requests">} visit
 * @param {{ isolated: boolean, origin: string, files: readonly string[], missing: readonly string[] }} expected whether the
 * page should be isolated from other origins, where it is, which files it may ask for, and what it asked for in vain
 * @returns {string[]}
 */
export function problems({ result, complaints, requests }, { isolated, origin, files, missing }) {
  const { backend, features, first, loss } = result;
  const own = ["/", ...files].map((path) => origin + path);
  const foreign = requests.filter((url) => !own.includes(url) && !url.startsWith("data:"));
  const shared = features.includes("shared-memory");
  return [
    result.isolated === isolated ? "" : `expected crossOriginIsolated to be ${isolated}, got ${result.isolated}`,
    backend === "wasm" ? "" : `expected the backend wasm, got ${backend}`,
    shared === isolated
      ? ""
      : `expected shared memory to be used when isolated: ${isolated}, got ${features.join(", ")}`,
    loss < LARGEST_LOSS
      ? ""
      : `expected the loss to fall below ${LARGEST_LOSS}, got ${first} at first and ${loss} at last`,
    ...complaints.map((text) => `expected a silent console, got: ${text}`),
    ...foreign.map((url) => `expected no request beyond the page's own files, got ${url}`),
    ...missing.map((path) => `expected no request for what is not there, got ${path}`),
  ].filter((problem) => problem !== "");
}
