import { backend } from "@rushlight/tensor";

/** What the backend in use has that decides how it rounds: `wasm (relaxed-simd)`. */
export function describeBackend(): string {
  const { name, features = [] } = backend();
  const deciding = features.filter((feature) => feature !== "shared-memory");
  return deciding.length === 0 ? name : `${name} (${deciding.join(", ")})`;
}
