import { createHash } from "node:crypto";
import { DataError } from "../errors/DataError.ts";

/** @throws DataError unless the contents of the file have that MD5, in lower-case hexadecimal digits */
export function verifyChecksum(path: string, bytes: Uint8Array, expected: string): void {
  const actual = createHash("md5").update(bytes).digest("hex");
  if (actual !== expected) throw new DataError(`${path}: damaged: expected the MD5 ${expected}, got ${actual}`);
}
