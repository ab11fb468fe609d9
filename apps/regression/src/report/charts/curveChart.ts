import type { Point, ScatterChartOptions } from "@rushlight/plot";
import { curve } from "../../data/curveProblem.ts";
import type { FitResult } from "../FitResult.ts";

/** Points on the curve that the application comes with. */
const TRUE_POINTS = 400;

/** What the network predicts by one of its inputs, with the rows that it learned from; nothing when no input has numbers. */
export function curveChart({ problem, model, curve: fitted }: FitResult): ScatterChartOptions | undefined {
  if (fitted === undefined) return undefined;
  const { table, target, split, standardised } = problem;
  const alone = model.encoder.inputs.length === 1;
  const x = table.numbers(fitted.input);
  const y = table.numbers(target);
  const points = Array.from(split.training, (row) => ({ x: x[row], y: y[row] })).filter(
    (point) => !Number.isNaN(point.x),
  );
  return {
    title: alone ? "The fitted curve" : `What is predicted, on average, by ${fitted.input}`,
    x: { title: fitted.input },
    y: { title: target },
    points: [{ name: "training rows", points }],
    curves: [
      { name: "network", points: fitted.points, dashed: false },
      ...(standardised ? [] : [{ name: "the curve itself", points: trueCurve(), dashed: true }]),
    ],
  };
}

function trueCurve(): readonly Point[] {
  return Array.from({ length: TRUE_POINTS + 1 }, (_, i) => ({ x: i / TRUE_POINTS, y: curve(i / TRUE_POINTS) }));
}
