import cliProgress from "cli-progress";
import type { OutputStream } from "../Terminal.ts";

const WIDEST_BAR = 28;
const NARROWEST_BAR = 5;
/** The spaces around the bar, `100%`, ` | `, and a column that stays empty. */
const TEXT_WIDTH = 2 + 4 + 3 + 1;

/** How much room the texts beside a bar take, in columns. */
export interface ProgressWidths {
  /** Of the longest title. */
  readonly title: number;
  /** Of the longest status. */
  readonly status: number;
}

/** One line that shows how far something is. On a stream that is not a terminal it shows nothing. */
export class ProgressBar {
  private readonly bar: cliProgress.SingleBar | undefined;

  /** @param stream the terminal to draw on */
  constructor(stream: OutputStream, { title, status }: ProgressWidths) {
    const barsize = Math.min(WIDEST_BAR, (stream.columns ?? 80) - title - status - TEXT_WIDTH);
    if (stream.isTTY !== true || process.env.TERM === "dumb" || barsize < NARROWEST_BAR) return;
    this.bar = new cliProgress.SingleBar(
      {
        stream,
        barsize,
        format: "{title} {bar} {percentage}% | {status}",
        autopadding: true,
        clearOnComplete: true,
        // What it would switch off on the terminal, a second Ctrl-C would leave off.
        hideCursor: false,
        linewrap: true,
      },
      cliProgress.Presets.shades_classic,
    );
  }

  /** Shows an empty bar for `total` things to do. */
  start(title: string, total: number): void {
    this.bar?.start(total, 0, { title, status: "" });
  }

  /** Fills the bar up to `done`. */
  update(done: number, status: string): void {
    this.bar?.update(done, { status });
  }

  /** Takes the bar away, so that other lines can be printed. */
  stop(): void {
    this.bar?.stop();
  }
}
