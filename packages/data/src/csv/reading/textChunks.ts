import type { CsvSource } from "../CsvOptions.ts";
import { csvError } from "../csvError.ts";
import { ByteDecoder, DecodingError } from "./ByteDecoder.ts";
import { lineBreaks } from "./lineBreaks.ts";

/** The most characters that are parsed at a time. */
const PIECE = 2 ** 18;

/** What can not be told without the next character: half of a line break, or of a character. */
const unfinished = /[\r\uD800-\uDBFF]$/;

/**
 * The text of a source in pieces, without its byte order mark, and with line feeds as line breaks.
 *
 * @throws DataError on the way, when it is no text
 */
export async function* textChunks(
  source: CsvSource,
  { name, encoding }: { readonly name: string; readonly encoding: string | undefined },
): AsyncGenerator<string, void, undefined> {
  const decoder = new ByteDecoder(encoding);
  let line = 1;
  let first = true;
  let heldBack = "";

  const checked = (decode: () => string): string => {
    try {
      const text = decode();
      const zero = text.indexOf("\0");
      if (zero < 0) return text;
      throw new DecodingError("expected text, got a zero byte: this is no CSV file", text.slice(0, zero));
    } catch (error) {
      if (!(error instanceof DecodingError)) throw error;
      const before = lineBreaks(withLineFeeds(heldBack + error.before));
      throw csvError(name, { line: line + before }, error.message, error);
    }
  };

  for await (const chunk of chunksOf(source)) {
    let text = heldBack + checked(() => (typeof chunk === "string" ? chunk : decoder.decode(chunk)));
    if (text === "") continue;
    if (first) text = text.replace(/^\uFEFF/, "");
    first = false;
    heldBack = unfinished.exec(text)?.[0] ?? "";
    text = withLineFeeds(text.slice(0, text.length - heldBack.length));
    yield* piecesOf(text);
    line += lineBreaks(text);
  }
  const rest = heldBack + checked(() => decoder.end());
  if (rest !== "") yield withLineFeeds(rest);
}

function chunksOf(source: CsvSource): Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> {
  if (typeof source === "string") return piecesOf(source);
  return source instanceof Uint8Array ? [source] : source;
}

function* piecesOf(text: string): Generator<string, void, undefined> {
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = Math.min(from + PIECE, text.length);
    if (to < text.length && unfinished.test(text[to - 1])) to++;
    yield text.slice(from, to);
  }
}

function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
