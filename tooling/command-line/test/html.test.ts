import { describe, expect, it } from "vitest";
import { Html, html, htmlCode, htmlFigure, htmlPage, htmlTable, htmlText } from "../src/index.ts";

describe("html", () => {
  it("escapes strings, and takes HTML as it is", () => {
    const { markup } = html`<p title="${'"'}">${"<b> & 'c'"}${new Html("<i>d</i>")}${3}</p>`;
    expect(markup).toBe('<p title="&quot;">&lt;b&gt; &amp; &#39;c&#39;<i>d</i>3</p>');
  });
});

describe("htmlTable", () => {
  it("has a head, rows, and numbers on the right", () => {
    const { markup } = htmlTable({ head: ["a", "b"], rows: [["<", "1"]], align: ["left", "right"] });
    expect(markup).toContain('<th scope="col">a</th>');
    expect(markup).toContain('<td>&lt;</td>\n<td class="right">1</td>');
  });
});

describe("htmlPage", () => {
  const page = htmlPage({
    title: "Digits & more",
    introduction: "What it is.",
    sections: [{ title: "One", body: [htmlText("text"), htmlCode("a  b"), htmlFigure("<svg></svg>", "a drawing")] }],
  });

  it("has a title, an introduction and sections in that order", () => {
    expect(page).toMatch(/<h1>Digits &amp; more<\/h1>\s*<p class="lead">What it is\.<\/p>\s*<section>\s*<h2>One<\/h2>/);
    expect(page).toContain("<figure><svg></svg><figcaption>a drawing</figcaption></figure>");
    expect(page).toContain("<pre>a  b</pre>");
  });

  it("asks nobody for anything: it names no address, and forbids to ask", () => {
    expect(page).not.toMatch(/https?:|src=|@import|url\(/);
    expect(page).toContain("default-src &#39;none&#39;");
  });
});
