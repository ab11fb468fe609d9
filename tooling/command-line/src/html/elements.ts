import { Html, html } from "./Html.ts";

/** A paragraph. */
export function htmlText(text: string): Html {
  return html`<p>${text}</p>`;
}

/** Text as it is, in letters of one width. */
export function htmlCode(text: string): Html {
  return html`<pre>${text}</pre>`;
}

/**
 * A picture with what it shows written below.
 *
 * @param svg the markup of a drawing
 */
export function htmlFigure(svg: string, caption: string): Html {
  return html`<figure>${new Html(svg)}<figcaption>${caption}</figcaption></figure>`;
}

/** What a table of a page has in it. */
export interface HtmlTable {
  readonly head?: readonly string[];
  readonly rows: readonly (readonly (string | Html)[])[];
  /** On which side the cells of each column stand; left where nothing is said. */
  readonly align?: readonly ("left" | "right")[];
}

/** A table; one that is wider than the page can be scrolled. */
export function htmlTable({ head = [], rows, align = [] }: HtmlTable): Html {
  const side = (column: number): Html => new Html(align[column] === "right" ? ' class="right"' : "");
  const titles = head.map((title, column) => html`<th scope="col"${side(column)}>${title}</th>`);
  const lines = rows.map((row) => html`<tr>${row.map((cell, column) => html`<td${side(column)}>${cell}</td>`)}</tr>`);
  const top = head.length === 0 ? new Html("") : html`<thead><tr>${titles}</tr></thead>`;
  return html`<div class="wide"><table>${top}<tbody>${lines}</tbody></table></div>`;
}
