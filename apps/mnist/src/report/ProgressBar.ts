import cliProgress from "cli-progress";
import type { OutputStream } from "../Terminal.ts";
import { count, loss } from "./format.ts";

const WIDEST_BAR = 28;
/** The spaces around the bar, `100%`, ` | loss 0.1234`, ` | 123,456 images/s`, and a column that stays empty. */
const TEXT_WIDTH = 2 + 4 + 14 + 19 + 1;

/** One line that shows how far an epoch is. On a stream that is not a terminal it shows nothing. */
export class ProgressBar {
  private readonly bar: cliProgress.SingleBar | undefined;

  /**
   * @param stream the terminal to draw on
   * @param titleWidth how many columns the longest title takes
   */
  constructor(stream: OutputStream, titleWidth: number) {
    const barsize = Math.min(WIDEST_BAR, (stream.columns ?? 80) - titleWidth - TEXT_WIDTH);
    if (!stream.isTTY || process.env.TERM === "dumb" || barsize < 5) return;
    this.bar = new cliProgress.SingleBar(
      {
        stream,
        barsize,
        format: "{title} {bar} {percentage}% | loss {loss} | {speed} images/s",
        autopadding: true,
        clearOnComplete: true,
        // What it would switch off on the terminal, a second Ctrl-C would leave off.
        hideCursor: false,
        linewrap: true,
      },
      cliProgress.Presets.shades_classic,
    );
  }

  /** Shows an empty bar for `total` images. */
  start(title: string, total: number): void {
    this.bar?.start(total, 0, { title, loss: "-", speed: "-" });
  }

  /** Fills the bar up to `images`. */
  update(images: number, currentLoss: number, imagesPerSecond: number): void {
    this.bar?.update(images, { loss: loss(currentLoss), speed: count(imagesPerSecond) });
  }

  /** Takes the bar away, so that other lines can be printed. */
  stop(): void {
    this.bar?.stop();
  }
}
