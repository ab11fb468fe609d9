import { count, loss, table, wrap } from "@rushlight/command-line";
import type { TensorSummary, Trace } from "@rushlight/nn";
import { histogramText } from "@rushlight/plot";
import { findings, layersOf, typicalSize } from "./layers.ts";

const WIDTH = 80;
const NAME = 20;
/** The columns of a histogram. */
const BINS = 8;

/** What a trace is of. */
export interface TraceSubject {
  /** The network, in words. */
  readonly subject: string;
  readonly batchSize: number;
  readonly rate: number;
}

/** A trace as a table of at most 80 columns, with what is to be seen in it. */
export function gradientsText(trace: Trace, { subject, batchSize, rate }: TraceSubject): string {
  const rows = layersOf(trace).map(({ name, module, weight }) => [
    name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name,
    module.output === undefined ? "-" : `${short(module.output.mean)} ±${short(module.output.deviation)}`,
    module.output === undefined ? "-" : histogramText(module.output.histogram, { columns: BINS, ends: false }),
    module.output === undefined ? "-" : `${(100 * module.output.zeros).toFixed(0)} %`,
    sizeOf(module.gradInput),
    sizeOf(weight?.gradient),
    weight?.update?.relative?.toExponential(1) ?? "-",
  ]);
  const head = ["layer", "output", "", "zeros", "gradInput", "gradWeight", "step"];
  const laidOut = table(rows, { head, align: ["left", "right", "left", "right", "right", "right", "right"] });
  const title = `${subject} on ${count(batchSize)} digits: loss ${loss(trace.loss)}`;
  const legend = `Gradients: the root of their mean square. Step: the change by a step at rate ${rate}, relative to the weights.`;
  return [title, "", laidOut, "", wrap(legend, WIDTH), ...findings(trace).map((line) => wrap(line, WIDTH))].join("\n");
}

function sizeOf(summary: TensorSummary | undefined): string {
  return summary === undefined ? "-" : typicalSize(summary).toExponential(1);
}

function short(value: number): string {
  return Math.abs(value) >= 100 ? value.toExponential(0) : value.toFixed(2);
}
