const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** A whole number with its digits in groups: `60,000`. */
export function count(value: number): string {
  return grouped.format(value);
}

/** A loss in six characters unless it is huge: `0.0912`, `12.346`. */
export function loss(value: number): string {
  return value < 10 ? value.toFixed(4) : value.toPrecision(5);
}

/** A percentage with two decimals: `97.45 %`. */
export function percent(value: number): string {
  return `${value.toFixed(2)} %`;
}

/** Text on one line: line breaks and other control characters escaped. */
export function oneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}

/** Text broken at spaces into lines of at most `width` characters; continued lines are indented by two more. */
export function wrap(text: string, width: number): string {
  return text
    .split("\n")
    .flatMap((line) => wrapLine(line, width))
    .join("\n");
}

function wrapLine(line: string, width: number): readonly string[] {
  const indent = `${/^ */.exec(line)?.[0] ?? ""}  `;
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const space = rest.lastIndexOf(" ", width);
    if (space <= indent.length) break;
    lines.push(rest.slice(0, space));
    rest = indent + rest.slice(space + 1);
  }
  return [...lines, rest];
}
