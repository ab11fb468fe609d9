import { scatterText } from "@rushlight/plot";
import { curveChart } from "./charts/curveChart.ts";
import { predictionChart } from "./charts/predictionChart.ts";
import type { FitResult } from "./FitResult.ts";

/** A picture of a fit for a terminal: the curve where there is one input, else what is predicted by what is true. */
export function fitPlot(result: FitResult, layout: { readonly columns: number; readonly colours: boolean }): string {
  const alone = result.model.encoder.inputs.length === 1;
  const curve = alone ? curveChart(result) : undefined;
  if (curve === undefined) return scatterText(predictionChart(result), layout);
  // The true curve would hide the fitted one.
  return scatterText({ ...curve, curves: curve.curves?.slice(0, 1) ?? [] }, layout);
}
