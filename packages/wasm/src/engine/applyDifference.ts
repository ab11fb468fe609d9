import { hexadecimalBytes } from "./hexadecimalBytes.ts";

/**
 * The binary that a text makes of another one: its parts are separated by spaces, and are either bytes, two hexadecimal
 * digits each, or `skip,length`: so many bytes of the other binary, from so far behind the end of the last such run.
 */
export function applyDifference(base: Uint8Array, difference: string): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let at = 0;
  for (const part of difference.split(" ")) {
    const comma = part.indexOf(",");
    if (comma < 0) parts.push(hexadecimalBytes(part));
    else {
      at += Number(part.slice(0, comma));
      const end = at + Number(part.slice(comma + 1));
      parts.push(base.subarray(at, end));
      at = end;
    }
    size += parts[parts.length - 1].length;
  }
  const bytes = new Uint8Array(size);
  let filled = 0;
  for (const part of parts) {
    bytes.set(part, filled);
    filled += part.length;
  }
  return bytes;
}
