import { type HtmlSection, htmlFigure, htmlPage, percent } from "@rushlight/command-line";
import { barChart, imageGrid, weightGrid } from "@rushlight/plot";
import { tensor } from "@rushlight/tensor";
import { IMAGE } from "../../digits/digits.ts";
import { probabilityBars } from "./probabilityBars.ts";
import type { Reading } from "./Reading.ts";

/** Enlarged, so that single pixels can be seen. */
const ZOOM = 6;

/** What a network makes of pictures, as a page. */
export async function predictPage(readings: readonly Reading[], from: string): Promise<string> {
  const sections: HtmlSection[] = [];
  for (const reading of readings) sections.push(await section(reading));
  const digits = readings.map(({ digit }) => digit).join(", ");
  return htmlPage({
    title: `Read: ${digits}`,
    introduction: `What the network of ${from} makes of ${readings.length === 1 ? "a picture" : `${readings.length} pictures`}.`,
    sections,
  });
}

async function section({ path, seen, digit, probabilities, evidence }: Reading): Promise<HtmlSection> {
  const picture = imageGrid(seen.image.view(1, IMAGE, IMAGE), {
    title: "What the network sees",
    range: [0, 255],
    zoom: ZOOM,
  });
  const bars = barChart(probabilityBars(probabilities));
  const why = weightGrid(tensor([...evidence], { dtype: "float32" }).view(1, IMAGE, IMAGE), {
    title: `What speaks for ${digit}`,
    legend: "gradient",
    zoom: ZOOM,
  });
  const polarity = seen.inverted ? "dark ink on light paper, turned round" : "light ink on dark paper";
  return {
    title: `${path}: ${digit}, ${percent(100 * probabilities[digit])}`,
    body: [
      htmlFigure(
        await picture.toSvg(),
        `Cropped to the ink, 20 pixels long, its centre of mass in the middle; ${polarity}.`,
      ),
      htmlFigure(await bars.toSvg(), "What it takes the picture for."),
      htmlFigure(
        await why.toSvg(),
        "The gradient of the digit's log-probability with respect to the pixels: one backward. Ink speaks for the digit where it is positive, against it where it is negative.",
      ),
    ],
  };
}
