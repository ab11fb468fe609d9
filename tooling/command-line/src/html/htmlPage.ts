import { Html, html } from "./Html.ts";
import { style } from "./style.ts";

/** What a page says. */
export interface HtmlPage {
  readonly title: string;
  /** One or two sentences below the title. */
  readonly introduction?: string;
  readonly sections: readonly HtmlSection[];
}

/** A part of a page. */
export interface HtmlSection {
  readonly title: string;
  readonly body: readonly Html[];
}

/** The page asks nobody for anything: pictures are in it, and so is its style. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** A page in one file, to be opened without a network; light or dark as the reader's system is. */
export function htmlPage({ title, introduction, sections }: HtmlPage): string {
  const parts = sections.map(
    (section) => html`<section>
<h2>${section.title}</h2>
${section.body}
</section>`,
  );
  const lead = introduction === undefined ? new Html("") : html`<p class="lead">${introduction}</p>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${lead}
${parts}
</main>
</body>
</html>
`.markup;
}
