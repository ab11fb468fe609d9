const ZERO = "0".charCodeAt(0);
const NINE = "9".charCodeAt(0);
const LETTER_A = "a".charCodeAt(0);

/** The bytes of a text of two hexadecimal digits each. */
export function hexadecimalBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = 16 * digit(text, 2 * i) + digit(text, 2 * i + 1);
  return bytes;
}

function digit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code <= NINE ? code - ZERO : code - LETTER_A + 10;
}
