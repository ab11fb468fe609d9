import { ArgumentError } from "@rushlight/tensor";

// In Node and in browsers, but not in the standard library of the language.
declare class TextDecoder {
  readonly encoding: string;
  constructor(label?: string, options?: { readonly fatal?: boolean });
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/** Bytes that are no text of the encoding that was expected. */
export class DecodingError extends Error {
  override name = "DecodingError";
  /** What could still be decoded before the first wrong byte, for counting lines. */
  readonly before: string;

  constructor(message: string, before: string) {
    super(message);
    this.before = before;
  }
}

/** Turns chunks of bytes into text. */
export class ByteDecoder {
  private readonly label: string | undefined;
  private decoder: TextDecoder | undefined;

  /**
   * @param encoding a name that `TextDecoder` knows; left out, it is UTF-8 unless the bytes begin with the mark of UTF-16
   * @throws ArgumentError for any other name
   */
  constructor(encoding: string | undefined) {
    this.label = encoding;
    if (encoding !== undefined) this.decoder = decoderOf(encoding);
  }

  /** @throws DecodingError */
  decode(bytes: Uint8Array): string {
    this.decoder ??= decoderOf(encodingOf(bytes));
    return this.attempt(this.decoder, bytes);
  }

  /**
   * What is left at the end of the bytes.
   *
   * @throws DecodingError when they end within a character
   */
  end(): string {
    return this.decoder === undefined ? "" : this.attempt(this.decoder, undefined);
  }

  private attempt(decoder: TextDecoder, bytes: Uint8Array | undefined): string {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      const { encoding } = decoder;
      const advice = this.label === undefined ? "; the option encoding names another" : "";
      throw new DecodingError(
        `expected text in ${encoding.toUpperCase()}, got other bytes${advice}`,
        bytes === undefined ? "" : readablePart(encoding, bytes),
      );
    }
  }
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ArgumentError(`expected an encoding that TextDecoder knows, got "${encoding}"`);
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

function readablePart(encoding: string, bytes: Uint8Array): string {
  // The first bytes may be the rest of a character that began in the chunk before.
  const start = bytes.findIndex((byte) => byte < 0x80 || byte >= 0xc0);
  const text = new TextDecoder(encoding).decode(bytes.subarray(Math.max(0, Math.min(start, 3))));
  return text.slice(0, Math.max(0, text.indexOf("\uFFFD")));
}
