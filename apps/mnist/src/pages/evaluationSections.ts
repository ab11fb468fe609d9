import { count, type HtmlSection, htmlFigure, htmlTable, htmlText, percent } from "@rushlight/command-line";
import type { ConfusionMatrix } from "@rushlight/optim";
import { digitsChart, takenForChart } from "./charts.ts";
import type { Mistakes } from "./Mistakes.ts";

/** How well each digit was recognised. */
export async function recognitionSection(confusion: ConfusionMatrix): Promise<HtmlSection> {
  const { mat, nclasses } = confusion;
  const rows = Array.from({ length: nclasses }, (_, digit) => {
    const right = mat.get(digit, digit);
    const shown = mat.select(0, digit).sum();
    const taken = mat.select(1, digit).sum();
    return [String(digit), count(shown), share(right, shown), share(right, taken)];
  });
  const chart = takenForChart(confusion);
  return {
    title: "Digit by digit",
    body: [
      htmlFigure(await chart.toSvg(), "Rows: what was shown. Columns: what it was taken for."),
      htmlTable({
        head: ["digit", "shown", "recognised", "right when named"],
        rows,
        align: ["right", "right", "right", "right"],
      }),
    ],
  };
}

/** What went wrong. */
export async function mistakesSection(mistakes: Mistakes): Promise<HtmlSection> {
  const { count: all, images, labels, predictions } = mistakes;
  if (images === undefined) return { title: "Mistakes", body: [htmlText("There are none.")] };
  const title = `${count(labels.length)} of ${count(all)} mistakes`;
  const chart = digitsChart(images, { title, labels, predictions });
  return {
    title: "Mistakes",
    body: [htmlFigure(await chart.toSvg(), "Those that the network was surest of come first.")],
  };
}

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : percent((100 * part) / whole);
}
