import { deserialize } from "node:v8";

/** What has been serialized into memory that threads share. */
export function deserialized(bytes: SharedArrayBuffer): unknown {
  // From a copy: nothing that comes of it may point into that memory.
  return deserialize(Uint8Array.from(new Uint8Array(bytes)));
}
