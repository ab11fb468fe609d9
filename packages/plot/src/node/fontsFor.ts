import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const WEIGHTS = [400, 600];

/** Has arrows and what else stands in formulas, which Inter lacks. */
const mathFont = (): string =>
  require.resolve("@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2");

/** A part of the font, and the spans of characters that it has. */
interface Part {
  readonly name: string;
  readonly spans: readonly (readonly [first: number, last: number])[];
}

let parts: Promise<Part[]> | undefined;
const files = new Map<string, Promise<Uint8Array>>();

/** The files of Inter that have the characters of a text, in both weights that charts use; and more for what it lacks. */
export async function fontsFor(text: string): Promise<Uint8Array[]> {
  parts ??= readFile(require.resolve("@fontsource/inter/unicode.json"), "utf8").then(partsIn);
  const known = await parts;
  const characters = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  const needed = known.filter((part) => part.name === "latin" || characters.some((code) => has(part, code)));
  const inter = needed.flatMap(({ name }) => {
    return WEIGHTS.map((weight) => require.resolve(`@fontsource/inter/files/inter-${name}-${weight}-normal.woff2`));
  });
  const complete = characters.every((code) => known.some((part) => has(part, code)));
  return await Promise.all([...inter, ...(complete ? [] : [mathFont()])].map(file));
}

function file(path: string): Promise<Uint8Array> {
  const known = files.get(path) ?? readFile(path);
  files.set(path, known);
  return known;
}

function has({ spans }: Part, code: number): boolean {
  return spans.some(([first, last]) => code >= first && code <= last);
}

/** The parts in an object of ranges such as `U+0000-00FF,U+0131` by name. */
function partsIn(json: string): Part[] {
  const parsed: unknown = JSON.parse(json);
  if (typeof parsed !== "object" || parsed === null) throw new TypeError("unicode.json of Inter: expected an object");
  return Object.entries(parsed).map(([name, range]) => {
    const spans = String(range)
      .split(",")
      .map((span) => {
        const [first = 0, last = first] = span
          .replace("U+", "")
          .split("-")
          .map((end) => Number.parseInt(end, 16));
        return [first, last] as const;
      });
    return { name, spans };
  });
}
