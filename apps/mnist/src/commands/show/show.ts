import { count, htmlFigure, htmlPage, saveFiles } from "@rushlight/command-line";
import { renderPng } from "@rushlight/plot/node";
import type { CommandContext } from "../CommandContext.ts";
import { textOptions } from "../textOptions.ts";
import { digitsPicture } from "./digitsPicture.ts";
import { filtersPicture } from "./filtersPicture.ts";
import { mistakesPicture } from "./mistakesPicture.ts";
import type { Picture } from "./Picture.ts";
import type { ShowOptions } from "./ShowOptions.ts";

/** What can be shown. */
export const SHOWN = ["digits", "mistakes", "filters"] as const;

/** The name of something that can be shown. */
export type Shown = (typeof SHOWN)[number];

const painters: Readonly<Record<Shown, (options: ShowOptions) => Promise<Picture>>> = {
  digits: digitsPicture,
  mistakes: mistakesPicture,
  filters: filtersPicture,
};

/**
 * Draws digits, mistakes or filters: as text here, and as pictures in files.
 *
 * @throws DataError or OutputError
 */
export async function show(what: Shown, options: ShowOptions, { terminal }: CommandContext): Promise<void> {
  const picture = await painters[what](options);
  const svg = await picture.chart.toSvg();
  const page = htmlPage({
    title: `MNIST: ${picture.caption}`,
    sections: [{ title: "Picture", body: [htmlFigure(svg, picture.caption)] }],
  });
  const files = saveFiles(options.out, {
    [`${what}.svg`]: svg,
    [`${what}.png`]: await renderPng(picture.chart, { theme: "light", scale: 2 }),
    [`${what}.html`]: page,
  });
  const paths = Object.values(files);
  if (options.json === true) {
    terminal.stdout.write(`${JSON.stringify({ ...picture.facts, files: paths })}\n`);
    return;
  }
  const text = picture.text(textOptions(terminal.stdout));
  terminal.stdout.write(`${text}\n\n${count(paths.length)} files: ${paths.join(", ")}\n`);
}
