import { count, oneLine, type Terminal, table, wrap } from "@rushlight/command-line";
import type { Problem } from "../data/Problem.ts";
import type { RegressionModel } from "../model/RegressionModel.ts";
import type { FitSettings } from "../training/fitModel.ts";
import { comparisonHead, comparisonRows, conclusion } from "./comparisonRows.ts";
import { endingText } from "./endingText.ts";
import type { FitResult } from "./FitResult.ts";
import { fitPlot } from "./fitPlot.ts";
import { labelled } from "./labelled.ts";
import { problemFacts } from "./problemFacts.ts";

const WIDEST = 80;

/** Prints a fit in words and figures. */
export class FitReport {
  private readonly terminal: Terminal;
  private readonly silent: boolean;
  private readonly columns: number;

  /** @param silent whether nothing is printed at all */
  constructor(terminal: Terminal, { silent }: { readonly silent: boolean }) {
    this.terminal = terminal;
    this.silent = silent;
    this.columns = Math.min(terminal.stdout.columns ?? WIDEST, WIDEST);
  }

  /** Prints text as it is. */
  line(text: string): void {
    if (!this.silent) this.terminal.stdout.write(`${text}\n`);
  }

  /** What is going to be learned, and how. */
  problem(problem: Problem, model: RegressionModel, settings: FitSettings, optimizer: string): void {
    for (const [label, text] of problemFacts(problem, model, settings, optimizer)) {
      this.line(labelled(label, text, this.columns));
    }
    this.line("");
  }

  /** What came of it. */
  result(result: FitResult, files: Readonly<Record<string, string>>): void {
    const { comparison, problem, record } = result;
    this.paragraph(endingText(record, record.seconds));
    const rows = `${count(comparison.rows.length)} ${problem.heldOutName}`;
    this.line("");
    this.paragraph(`errors on the ${rows}, in the unit of ${oneLine(problem.target)}`);
    this.line("");
    this.line(
      table(comparisonRows(comparison), {
        head: comparisonHead,
        align: ["left", "right", "right", "right", "right"],
      }),
    );
    this.line("");
    this.paragraph(conclusion(comparison));
    this.line("");
    const colours = this.terminal.stdout.hasColors?.() ?? false;
    this.line(fitPlot(result, { columns: this.columns, colours }));
    this.line("");
    for (const [name, path] of Object.entries(files)) this.line(labelled(name, path, this.columns));
  }

  private paragraph(text: string): void {
    this.line(wrap(text, this.columns));
  }
}
