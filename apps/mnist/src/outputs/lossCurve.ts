import type { TopLevelSpec } from "vega-lite";
import type { LossHistory } from "../training/LossHistory.ts";

/** The losses of a run as a drawing in SVG. */
export async function lossCurve(history: LossHistory): Promise<string> {
  // Loaded here because few runs of the program get this far, and the library is large.
  const [vega, vegaLite] = await Promise.all([import("vega"), import("vega-lite")]);
  const compiled = vegaLite.compile(chart(history));
  return await new vega.View(vega.parse(compiled.spec), { renderer: "none" }).toSVG();
}

function chart({ training, test, stretch }: LossHistory): TopLevelSpec {
  const trainingName = stretch === 1 ? "training, each batch" : `training, mean of ${stretch} batches`;
  const testName = "test, after each epoch";
  const loss = { field: "loss", type: "quantitative", title: "loss" } as const;
  const epoch = { field: "epoch", type: "quantitative", title: "epoch" } as const;
  return {
    width: 560,
    height: 320,
    background: "white",
    title: "Loss",
    data: {
      values: [
        ...training.map((point) => ({ ...point, series: trainingName })),
        ...test.map((point) => ({ ...point, series: testName })),
      ],
    },
    encoding: {
      x: { ...epoch, axis: { tickMinStep: 1, grid: false } },
      y: { ...loss, scale: { zero: true } },
      color: {
        field: "series",
        type: "nominal",
        title: null,
        scale: { domain: [trainingName, testName], range: ["#4c78a8", "#e45756"] },
        legend: { orient: "top", labelLimit: 400 },
      },
    },
    layer: [
      {
        transform: [{ filter: { field: "series", equal: trainingName } }],
        mark: { type: "line", strokeWidth: 1.5, point: training.length === 1 },
      },
      {
        transform: [{ filter: { field: "series", equal: testName } }],
        mark: { type: "line", point: true, strokeWidth: 2 },
      },
    ],
  };
}
