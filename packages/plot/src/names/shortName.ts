/** The most characters of a name before a row or below a column. */
const LIMIT = 48;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A name as a chart writes it: of a long one the start, and an ellipsis. */
export function shortName(name: string): string {
  if (name.length <= LIMIT) return name;
  const characters = [...graphemes.segment(name)].map(({ segment }) => segment);
  return characters.length <= LIMIT
    ? name
    : `${characters
        .slice(0, LIMIT - 1)
        .join("")
        .trimEnd()}…`;
}
