import { setImmediate } from "node:timers/promises";
import type { Block } from "./Block.ts";
import type { Figure } from "./Figure.ts";
import { isIn, type Range, rangeText } from "./Range.ts";

/** How many milliseconds to compute between two turns of the event loop. */
const BREATH = 50;

/** Anything that can be drawn. */
export interface Drawing {
  toSvg(): Promise<string>;
}

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

  /** An expression, and what it gives. */
  show(code: string, value: unknown): void {
    this.write({ kind: "result", code, text: String(value) });
  }

  /** A figure that has to be printed just so. */
  exact(figure: string, got: string | number | boolean, expected: string | number | boolean): void {
    this.check(figure, String(got), String(expected), String(got) === String(expected));
  }

  /** A figure that has to be in a range. */
  range(figure: string, got: number, range: Range, digits = 4): void {
    this.check(
      figure,
      got !== 0 && Math.abs(got) < 1e-3 ? got.toExponential(1) : got.toFixed(digits),
      rangeText(range),
      isIn(got, range),
    );
  }

  /** Draws. The file is `name` with the name of the lesson before it; `text` is the same for terminals. */
  async chart(name: string, caption: string, drawing: Drawing, text?: string): Promise<void> {
    const file = `${this.settings.lesson}-${name}.svg`;
    this.write({ kind: "chart", file, caption, svg: await drawing.toSvg(), text });
  }

  /**
   * Counts the steps of a training from 0, shows how far it is, and lets signals through.
   *
   * @throws the reason of the signal when the program is interrupted
   */
  async *steps(title: string, count: number): AsyncGenerator<number, void> {
    const { progress, signal } = this.settings;
    progress.start(title, count);
    let last = performance.now();
    try {
      for (let step = 0; step < count; step++) {
        if (performance.now() - last > BREATH) {
          progress.update(step);
          await setImmediate();
          last = performance.now();
        }
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
