import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";
import { checkText } from "../checks/checkText.ts";
import { bothThemes } from "../svg/bothThemes.ts";
import { finishSvg } from "../svg/finishSvg.ts";
import { hash } from "../svg/hash.ts";
import { hoist } from "../svg/hoist.ts";
import { ownIds } from "../svg/ownIds.ts";
import { darkTheme } from "../themes/darkTheme.ts";
import { lightTheme } from "../themes/lightTheme.ts";
import type { Theme } from "../themes/Theme.ts";

/** What a chart says about itself to those who do not see it. */
export interface ChartText {
  /** What it is called. */
  readonly title: string;
  /** What is to be seen, in a few sentences. */
  readonly description: string;
}

/** Options of {@link Chart.toSvg}. */
export interface SvgOptions {
  /** The colours; default "auto": light ones, and dark ones where the reader prefers them. */
  theme?: "light" | "dark" | "auto";
}

/**
 * A chart that is ready to be drawn. The functions of this package make one from data; the constructor makes one of
 * any drawing in SVG.
 *
 * @example
 * ```ts
 * import { Chart } from "@rushlight/plot";
 *
 * const chart = new Chart({ title: "A dot", description: "One dot." }, (theme) =>
 *   Promise.resolve(`<svg xmlns="http://www.w3.org/2000/svg"><circle r="4" fill="${theme.text}"/></svg>`),
 * );
 * const svg = await chart.toSvg({ theme: "dark" });
 * console.log(svg.includes('<circle r="4" fill="#e8eaee"/>')); // true
 * ```
 */
export class Chart {
  /** What it is called. */
  readonly title: string;
  /** What is to be seen, for those who do not see it. */
  readonly description: string;
  readonly #draw: (theme: Theme) => Promise<string>;

  /**
   * @param text what the chart says to screen readers
   * @param draw draws it in the colours of a theme: drawings in two themes differ in colours alone
   * @throws ArgumentError for a title or a description that is no text, and a `draw` that is no function
   */
  constructor(text: ChartText, draw: (theme: Theme) => Promise<string>) {
    checkOptions("Chart", text, ["title", "description"]);
    const { title, description } = text;
    checkText("Chart: title", title);
    checkText("Chart: description", description);
    if (typeof draw !== "function")
      throw new ArgumentError(`Chart: expected a function that draws, got ${shown(draw)}`);
    this.title = title;
    this.description = description;
    this.#draw = draw;
  }

  /**
   * The chart as the text of an SVG file. It needs nothing from outside, can stand in a page beside others, and has a title
   * and a description for screen readers. The same chart gives the same text.
   *
   * @throws ArgumentError for options or a theme that do not exist, and for a drawing of one's own that differs in more than colours
   * between themes
   * @example
   * ```ts
   * import { lineChart } from "@rushlight/plot";
   *
   * const chart = lineChart({
   *   title: "Loss",
   *   x: { title: "epoch" },
   *   y: { title: "cross-entropy" },
   *   series: [{ name: "training", points: [{ x: 1, y: 0.5 }, { x: 2, y: 0.3 }] }],
   * });
   * const svg = await chart.toSvg();
   * console.log(svg.startsWith("<svg "), svg.includes("prefers-color-scheme:dark")); // true true
   * ```
   */
  async toSvg(options: SvgOptions = {}): Promise<string> {
    checkOptions("Chart.toSvg", options, ["theme"]);
    const { theme = "auto" } = options;
    if (theme !== "light" && theme !== "dark" && theme !== "auto") {
      throw new ArgumentError(`Chart.toSvg: expected a theme "light", "dark" or "auto", got ${shown(theme)}`);
    }
    if (theme === "dark") return this.#finished(await this.#draw(darkTheme), "");
    const light = await this.#draw(lightTheme);
    if (theme === "light") return this.#finished(light, "");
    const name = this.#name(light);
    const { svg, rules } = bothThemes(light, await this.#draw(darkTheme), name);
    return this.#finished(svg, rules, name);
  }

  #finished(svg: string, rules: string, name: string = this.#name(svg)): string {
    return finishSvg(hoist(ownIds(svg, name)), { name, title: this.title, description: this.description, rules });
  }

  #name(svg: string): string {
    return `rushlight-${hash(this.title + this.description + svg.replace(/(id="|url\(#)[^")]*/g, ""))}`;
  }
}
