import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const WEIGHTS = [400, 600];

/** The parts of the font, and the characters that each has. */
let ranges: Promise<[name: string, range: string][]> | undefined;
const files = new Map<string, Promise<Uint8Array>>();

/** The files of Inter that have the characters of a text, in both weights that charts use. */
export async function fontsFor(text: string): Promise<Uint8Array[]> {
  ranges ??= readFile(require.resolve("@fontsource/inter/unicode.json"), "utf8").then(rangesIn);
  const characters = new Set([...text].map((character) => character.codePointAt(0) ?? 0));
  const parts = (await ranges)
    .filter(([name, range]) => name === "latin" || hasAny(range, characters))
    .map(([name]) => name);
  return await Promise.all(
    parts.flatMap((part) => WEIGHTS.map((weight) => font(`inter-${part}-${weight}-normal.woff2`))),
  );
}

function rangesIn(json: string): [name: string, range: string][] {
  const parsed: unknown = JSON.parse(json);
  if (typeof parsed !== "object" || parsed === null) throw new TypeError("unicode.json of Inter: expected an object");
  return Object.entries(parsed).map(([name, range]) => [name, String(range)]);
}

function font(name: string): Promise<Uint8Array> {
  const known = files.get(name) ?? readFile(require.resolve(`@fontsource/inter/files/${name}`));
  files.set(name, known);
  return known;
}

/** Whether one of the characters is in a range such as `U+0000-00FF,U+0131`. */
function hasAny(range: string, characters: ReadonlySet<number>): boolean {
  const spans = range.split(",").map((span) =>
    span
      .replace("U+", "")
      .split("-")
      .map((end) => Number.parseInt(end, 16)),
  );
  return [...characters].some((code) => spans.some(([first, last = first]) => code >= first && code <= last));
}
