import { setImmediate } from "node:timers/promises";
import { makeFolder, type Terminal } from "@rushlight/command-line";
import { manualSeed } from "@rushlight/tensor";
import { curveProblem } from "../data/curveProblem.ts";
import { tableProblem } from "../data/tableProblem.ts";
import { compare } from "../evaluation/compare.ts";
import { checkCurveInput, fittedCurve } from "../explanation/fittedCurve.ts";
import { importances } from "../explanation/importance.ts";
import { EpochLog } from "../report/EpochLog.ts";
import { FitReport } from "../report/FitReport.ts";
import { fitJson } from "../report/fitJson.ts";
import { saveFit } from "../report/saveFit.ts";
import { trainModel, untrainedModel } from "../training/fitModel.ts";
import type { EpochLosses } from "../training/train.ts";
import type { FitOptions } from "./FitOptions.ts";
import { checkFitOptions, curveDefaults, fitSettings, tableDefaults } from "./fitSettings.ts";

/**
 * Fits a network to the curve or to a table, prints how good it is, and saves it with a report.
 *
 * @param signal ends the training early; what was learned until then is saved
 * @throws OptionError, DataError, OutputError or DivergenceError; earlier results are as they were then
 */
export async function fit(options: FitOptions, terminal: Terminal, signal: AbortSignal): Promise<void> {
  checkFitOptions(options);
  manualSeed(options.seed);
  const problem = options.data === undefined ? curveProblem() : await tableProblem(options.data, options);
  const defaults = options.data === undefined ? curveDefaults : tableDefaults;
  const report = new FitReport(terminal, { silent: options.json === true });
  const settings = fitSettings(options, problem);
  const optimizer = options.optimizer ?? defaults.optimizer;
  const untrained = untrainedModel(problem, settings);
  const { model } = untrained;
  if (options.curve !== undefined) checkCurveInput(model, options.curve);
  makeFolder(options.out);
  report.problem(problem, model, settings, optimizer);
  // A signal that came while the data were read gets through here.
  await setImmediate();

  const log = new EpochLog(terminal, settings.epochs, (line) => report.line(line));
  const observe = (losses: EpochLosses): void => log.observe(losses);
  const record = await trainModel(untrained, settings, { signal, observe }).finally(() => log.stop());
  if (record.history.length === 0) {
    report.line("interrupted before the first epoch has ended: nothing was learned, nothing is saved");
    return;
  }
  const comparison = compare(problem, model, options.seed);
  const encoded = model.encode(problem.table, comparison.rows);
  const needs = importances(model, encoded, comparison.truth, options.seed);
  const curve = fittedCurve(problem, model, needs, options.curve);
  const result = { problem, optimizer, settings, model, record, comparison, importances: needs, curve };
  const files = await saveFit(options.out, result);
  report.result(result, files);
  if (options.json === true) terminal.stdout.write(`${fitJson(result, files)}\n`);
}
