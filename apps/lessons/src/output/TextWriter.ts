import { styleText } from "node:util";
import { type OutputStream, wrap } from "@rushlight/command-line";
import type { Block } from "../lesson/Block.ts";
import type { Figure } from "../lesson/Figure.ts";
import type { Lesson } from "../lesson/Lesson.ts";

const WIDTH = 80;
/** The columns before a figure. */
const MARK_WIDTH = 6;

/** A format of Node's `styleText`. */
type Style = Parameters<typeof styleText>[0];

/** Prints lessons for people, in 80 columns; in colours where the stream has some. */
export class TextWriter {
  private readonly stream: OutputStream;
  private readonly colours: boolean;

  constructor(stream: OutputStream) {
    this.stream = stream;
    this.colours = stream.hasColors?.() ?? false;
  }

  /** The title of a lesson, what it teaches, and where its source is. */
  title({ letter, title, name, about }: Lesson): void {
    const text = `Lesson ${letter.toUpperCase()}: ${title}`;
    this.print(`\n${this.styled(["bold", "cyan"], `${text}\n${"=".repeat(text.length)}`)}`);
    this.print(`\n${paragraph(`On ${about}. Read along in apps/lessons/src/${name}.`)}`);
  }

  /** A part of a lesson. */
  block(block: Block): void {
    if (block.kind === "heading") this.print(`\n${this.styled("bold", wrap(block.text, WIDTH))}`);
    else if (block.kind === "prose") this.print(`\n${paragraph(block.text)}`);
    else if (block.kind === "code") this.print(`\n${shifted(block.text)}`);
    else if (block.kind === "result")
      this.print(`\n${this.styled("cyan", wrap(`  > ${block.code}`, WIDTH))}\n${indented(block.text)}`);
    else if (block.kind === "figure") this.figure(block.figure);
    else {
      const text = block.text === undefined ? "" : `\n${shifted(block.text)}`;
      this.print(`\n${wrap(`  ${block.file}: ${block.caption}`, WIDTH)}${text}`);
    }
  }

  /** Text with a line break behind it. */
  print(text: string): void {
    this.stream.write(`${text}\n`);
  }

  private figure(figure: Figure): void {
    const mark = figure.ok ? this.styled("green", "ok ") : this.styled(["bold", "red"], "OFF");
    // The mark takes more characters than columns when it is coloured.
    this.print(wrap(`  ${" ".repeat(3)} ${figureText(figure)}`, WIDTH).replace("     ", `  ${mark}`));
  }

  private styled(style: Style, text: string): string {
    return this.colours ? styleText(style, text, { validateStream: false }) : text;
  }
}

function figureText({ figure, expected, got, ok }: Figure): string {
  // Text of several lines was shown right before.
  if (got.includes("\n")) return ok ? figure : `${figure}, is not\n${indented(expected)}`;
  const text = `${figure}: ${got}${got === expected ? "" : ` (expected ${expected})`}`;
  // A matrix that is too long for one line gets one for each row.
  return text.length <= WIDTH - MARK_WIDTH ? text : text.replaceAll(/ (?=\(-?\d)/g, "\n        ");
}

/** Text in lines that all begin at the margin. */
function paragraph(text: string): string {
  return wrap(text, WIDTH, 0);
}

/** Code, or a chart, whose colours can not be wrapped: both have the right width as they are. */
function shifted(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "    ");
}

function indented(text: string): string {
  const lines = text.split("\n").map((line) => (line === "" ? "" : `    ${line}`));
  return wrap(lines.join("\n"), WIDTH);
}
