/** A piece of HTML: unlike a string, it is not escaped when it becomes a part of another. */
export class Html {
  /** The markup. */
  readonly markup: string;

  /** @param markup taken as it is */
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What can stand in a template of {@link html}. */
export type HtmlPart = string | number | Html | readonly Html[];

/** HTML with strings in it, which are escaped: ``html`<p>${text}</p>` ``. */
export function html(pieces: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const [first, ...rest] = pieces;
  return new Html(first + rest.map((piece, i) => markupOf(parts[i]) + piece).join(""));
}

function markupOf(part: HtmlPart): string {
  if (part instanceof Html) return part.markup;
  if (typeof part === "object") return part.map(({ markup }) => markup).join("\n");
  return escaped(String(part));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}
