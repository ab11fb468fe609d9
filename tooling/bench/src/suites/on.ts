import { type Backend, useBackend } from "@rushlight/tensor";

/** Something that computes with a backend, whichever was in use before. */
export function on<T>(backend: Backend, compute: () => T): () => T {
  return () => {
    useBackend(backend);
    return compute();
  };
}
