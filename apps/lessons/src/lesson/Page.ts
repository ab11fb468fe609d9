import { Breather } from "@rushlight/command-line";
import {
  type Chart,
  type ImageGridOptions,
  imageGrid,
  imageGridText,
  type LineChartOptions,
  lineChart,
  lineText,
  type ScatterChartOptions,
  scatterChart,
  scatterText,
  type TextOptions,
} from "@rushlight/plot";
import type { Tensor } from "@rushlight/tensor";
import type { Block } from "./Block.ts";
import type { Figure } from "./Figure.ts";
import { listing } from "./listing.ts";
import { isIn, type Range, rangeText } from "./Range.ts";

/** What shows how far a training is. */
export interface Progress {
  start(title: string, total: number): void;
  update(done: number): void;
  stop(): void;
}

/** What a {@link Page} needs to know. */
export interface PageSettings {
  /** The name of the lesson. */
  readonly lesson: string;
  /** The seeds that a figure with a range is computed for. */
  readonly seeds: readonly number[];
  /** Ends the lesson at the next step of a training. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** How charts are drawn for the terminal. */
  readonly text: TextOptions;
  /** Is told of each part as it is written. */
  write(block: Block): void;
}

/** What a lesson writes on: prose, results, figures that are checked, and charts. */
export class Page {
  readonly seeds: readonly number[];
  /** All that was written. */
  readonly blocks: Block[] = [];
  /** The figures that were checked. */
  readonly figures: Figure[] = [];
  private readonly settings: PageSettings;

  constructor(settings: PageSettings) {
    this.settings = settings;
    this.seeds = settings.seeds;
  }

  /** Begins a section. */
  heading(text: string): void {
    this.write({ kind: "heading", text });
  }

  /** A paragraph; line breaks and the spaces around them count as one space. */
  say(text: string): void {
    this.write({ kind: "prose", text: text.trim().replaceAll(/\s+/g, " ") });
  }

  /** Functions, classes and constants of a source, by their names: what runs is what is shown. */
  code(source: string, ...names: readonly string[]): void {
    this.write({ kind: "code", text: listing(source, ...names) });
  }

  /** An expression, and what it gives. */
  show(code: string, value: unknown): void {
    this.write({ kind: "result", code, text: String(value) });
  }

  /** A figure that has to be printed just so. */
  exact(figure: string, got: string | number | boolean, expected: string | number | boolean): void {
    this.check(figure, String(got), String(expected), String(got) === String(expected));
  }

  /** What an expression prints, which has to be these lines. */
  printed(code: string, value: unknown, lines: readonly string[]): void {
    this.show(code, value);
    this.exact(`${code}, printed`, String(value), lines.join("\n"));
  }

  /** A figure that has to be in a range. */
  range(figure: string, got: number, range: Range, digits = 4): void {
    this.check(figure, measured(got, digits), rangeText(range), isIn(got, range));
  }

  /** Draws lines. */
  async lines(name: string, caption: string, options: LineChartOptions): Promise<void> {
    await this.chart(name, caption, lineChart(options), lineText(options, this.settings.text));
  }

  /** Draws points, and curves through them. */
  async scatter(name: string, caption: string, options: ScatterChartOptions): Promise<void> {
    await this.chart(name, caption, scatterChart(options), scatterText(options, this.settings.text));
  }

  /** Draws images; on terminals those of `small`, if there are such. */
  async images(
    name: string,
    caption: string,
    images: Tensor,
    options: ImageGridOptions,
    small?: Tensor,
  ): Promise<void> {
    const text = small === undefined ? undefined : imageGridText(small, options, this.settings.text);
    await this.chart(name, caption, imageGrid(images, options), text);
  }

  /** Draws. The file is `name` with the name of the lesson before it; `text` is the same for terminals. */
  async chart(name: string, caption: string, chart: Chart, text?: string): Promise<void> {
    const file = `${this.settings.lesson}-${name}.svg`;
    this.write({ kind: "chart", file, caption, svg: await chart.toSvg(), text });
  }

  /**
   * Counts the steps of a training from 0, shows how far it is, and lets signals through.
   *
   * @throws the reason of the signal when the program is interrupted
   */
  async *steps(title: string, count: number): AsyncGenerator<number, void> {
    const { progress, signal } = this.settings;
    progress.start(title, count);
    const breather = new Breather();
    try {
      for (let step = 0; step < count; step++) {
        progress.update(step);
        await breather.breathe();
        signal.throwIfAborted();
        yield step;
      }
    } finally {
      progress.stop();
    }
  }

  private check(name: string, got: string, expected: string, ok: boolean): void {
    const figure: Figure = { lesson: this.settings.lesson, figure: name, expected, got, ok };
    this.figures.push(figure);
    this.write({ kind: "figure", figure });
  }

  private write(block: Block): void {
    this.blocks.push(block);
    this.settings.write(block);
  }
}

/** A number with so many decimals, or two digits when it is too small for those. */
function measured(value: number, digits: number): string {
  if (value === 0) return "0";
  return Math.abs(value) < 1e-3 ? value.toExponential(1) : value.toFixed(digits);
}
