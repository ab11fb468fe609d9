import { saveFiles } from "@rushlight/command-line";
import { formatCsvRow } from "@rushlight/data/csv";
import { formatModel } from "../model/modelFile.ts";
import type { FitResult } from "./FitResult.ts";
import { fitPage } from "./fitPage.ts";

/**
 * Saves a model with what there is to see.
 *
 * @returns the paths of the files
 * @throws OutputError when one can not be written; earlier files are as they were then
 */
export async function saveFit(folder: string, result: FitResult): Promise<Readonly<Record<string, string>>> {
  const paths = saveFiles(folder, {
    "report.html": await fitPage(result),
    "model.json": formatModel(result.model),
    "held-out.csv": heldOutRows(result),
  });
  return { report: paths["report.html"], model: paths["model.json"], "held-out": paths["held-out.csv"] };
}

/** What was predicted for the rows that were held out, with the lines that they are in. */
function heldOutRows({ problem: { table, target }, comparison: { rows, truth, predicted } }: FitResult): string {
  const lines = Array.from(rows, (row, i) => formatCsvRow([table.lines[row], truth[i], predicted[i]]));
  return [formatCsvRow(["line", target, "predicted"]), ...lines].join("");
}
