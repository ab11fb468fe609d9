/** The bytes of an IDX file, written by hand: header and big-endian elements. */
export function idxBytes(
  typeCode: number,
  size: readonly number[],
  elements: Uint8Array | readonly number[],
): Uint8Array {
  const header = [0, 0, typeCode, size.length, ...size.flatMap((extent) => bigEndian(extent))];
  return Uint8Array.from([...header, ...elements]);
}

function bigEndian(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}
