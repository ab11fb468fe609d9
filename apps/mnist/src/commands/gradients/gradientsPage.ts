import { count, htmlFigure, htmlPage, htmlTable, htmlText, loss } from "@rushlight/command-line";
import type { TensorSummary, Trace } from "@rushlight/nn";
import { barChart, histogramGrid, lineChart } from "@rushlight/plot";
import type { TraceSubject } from "./gradientsText.ts";
import { findings, layersOf, typicalSize } from "./layers.ts";

/** A trace as a page. */
export async function gradientsPage(trace: Trace, { subject, batchSize, rate }: TraceSubject): Promise<string> {
  const layers = layersOf(trace);
  const learning = layers.flatMap(({ name, module, weight }) =>
    weight === undefined ? [] : [{ name: `${module.path} ${name}`, weight }],
  );
  const histograms = histogramGrid({
    title: "What goes up, and what comes back",
    rows: layers.map(({ name, module, weight }) => ({
      name: `${module.path} ${name}`,
      columns: columnsOf({
        output: module.output,
        gradInput: module.gradInput,
        weight: weight?.value,
        gradWeight: weight?.gradient,
      }),
    })),
  });
  const sizes = lineChart({
    title: "The size of the gradient on its way down",
    x: { title: "layer, from the input" },
    y: { title: "root of the mean square", scale: "log" },
    series: [
      { name: "gradInput", points: pointsOf(layers.map(({ module }) => module.gradInput)), marks: "both" },
      { name: "gradWeight", points: pointsOf(layers.map(({ weight }) => weight?.gradient)), marks: "both" },
    ],
  });
  const steps = barChart({
    title: `A step at rate ${rate}, relative to the weights`,
    x: { title: "norm of the change / norm of the weights" },
    bars: learning.map(({ name, weight }) => ({ name, value: weight.update?.relative ?? 0 })),
  });
  return htmlPage({
    title: "One batch, layer by layer",
    introduction: `${subject} on ${count(batchSize)} digits: loss ${loss(trace.loss)}.`,
    sections: [
      { title: "What is to be seen", body: findings(trace).map(htmlText) },
      {
        title: "Gradients",
        body: [
          htmlFigure(
            await sizes.toSvg(),
            "Backward goes from right to left: a line that falls to the left is a gradient that vanishes.",
          ),
          htmlFigure(await steps.toSvg(), "About 0.001 in many trainings that go well."),
        ],
      },
      {
        title: "Distributions",
        body: [htmlFigure(await histograms.toSvg(), "Each histogram spans its own smallest and largest number.")],
      },
      { title: "All figures", body: [figuresTable(trace)] },
    ],
  });
}

function figuresTable(trace: Trace): ReturnType<typeof htmlTable> {
  const rows = layersOf(trace).flatMap(({ name, module, weight }) => {
    const parts: readonly (readonly [string, TensorSummary | undefined])[] = [
      ["output", module.output],
      ["gradInput", module.gradInput],
      ["weight", weight?.value],
      ["gradWeight", weight?.gradient],
      ["step", weight?.update],
    ];
    return parts.flatMap(([what, summary]) =>
      summary === undefined ? [] : [figures(`${module.path} ${name}`, what, summary)],
    );
  });
  const right = "right" as const;
  return htmlTable({
    head: ["layer", "tensor", "sizes", "mean", "deviation", "norm", "smallest", "largest", "zeros", "not finite"],
    rows,
    align: ["left", "left", "left", right, right, right, right, right, right, right],
  });
}

function figures(name: string, what: string, summary: TensorSummary): readonly string[] {
  const { sizes, mean, deviation, norm, minimum, maximum, zeros, nonFinite } = summary;
  const numbers = [mean, deviation, norm, minimum, maximum].map(short);
  return [
    ...[name, what, sizes.map((size) => size.join(" × ")).join(", ")].map(unbroken),
    ...numbers,
    `${(100 * zeros).toFixed(1)} %`,
    count(nonFinite),
  ];
}

/** A number in three digits. */
function short(value: number): string {
  const size = Math.abs(value);
  return size === 0 || (size >= 0.001 && size < 1000) ? value.toPrecision(3) : value.toExponential(2);
}

function pointsOf(summaries: readonly (TensorSummary | undefined)[]): { readonly x: number; readonly y: number }[] {
  return summaries.flatMap((summary, x) => {
    const y = summary === undefined ? 0 : typicalSize(summary);
    // A logarithm has no place for 0.
    return y > 0 ? [{ x, y }] : [];
  });
}

function columnsOf(
  summaries: Readonly<Record<string, TensorSummary | undefined>>,
): Record<string, TensorSummary["histogram"]> {
  const found: Record<string, TensorSummary["histogram"]> = {};
  for (const [title, summary] of Object.entries(summaries)) {
    if (summary !== undefined && summary.histogram.counts.length > 0) found[title] = summary.histogram;
  }
  return found;
}

/** Text that stays on one line. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}
