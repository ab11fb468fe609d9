import {
  counted,
  type Html,
  html,
  htmlCode,
  htmlFigure,
  htmlPage,
  htmlTable,
  htmlText,
  wrap,
} from "@rushlight/command-line";
import type { Block } from "../lesson/Block.ts";
import type { Figure } from "../lesson/Figure.ts";
import type { WrittenLesson } from "./WrittenLesson.ts";

/** The longest lines of results. */
const WIDTH = 110;

/** All lessons on one page: what they print, and what they draw. */
export function report(written: readonly WrittenLesson[]): string {
  const figures = written.flatMap((lesson) => lesson.figures);
  const off = figures.filter(({ ok }) => !ok);
  const verdict = off.length === 0 ? "all as they have to be" : `${off.length} off`;
  return htmlPage({
    title: "Lessons on neural networks",
    introduction: `${counted(figures.length, "figure")}, ${verdict}.`,
    sections: written.map(({ lesson, blocks }) => ({
      title: `Lesson ${lesson.letter.toUpperCase()}: ${lesson.title}`,
      body: [htmlText(`On ${lesson.about}.`), ...elements(blocks)],
    })),
  });
}

/** Figures that follow each other come into one table. */
function elements(blocks: readonly Block[]): Html[] {
  const body: Html[] = [];
  let figures: Figure[] = [];
  const closeTable = (): void => {
    if (figures.length > 0) body.push(figureTable(figures));
    figures = [];
  };
  for (const block of blocks) {
    if (block.kind === "figure") {
      figures.push(block.figure);
      continue;
    }
    closeTable();
    if (block.kind === "heading") body.push(html`<h3>${block.text}</h3>`);
    else if (block.kind === "prose") body.push(htmlText(block.text));
    else if (block.kind === "code") body.push(htmlCode(block.text));
    else if (block.kind === "result") body.push(htmlCode(wrap(`> ${block.code}\n${block.text}`, WIDTH)));
    else body.push(htmlFigure(block.svg, block.caption));
  }
  closeTable();
  return body;
}

/** What was expected is said where that is another text. Text of several lines was shown right before. */
function figureTable(figures: readonly Figure[]): Html {
  return htmlTable({
    rows: figures.map(({ figure, expected, got, ok }) => [
      figure,
      got.includes("\n") ? "" : got,
      expected === got ? "" : html`expected ${expected.includes("\n") ? htmlCode(expected) : expected}`,
      ok ? "ok" : "OFF",
    ]),
  });
}
