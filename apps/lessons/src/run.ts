import { FAILED, makeFolder, oneLine, ProgressBar, saveFiles, type Terminal } from "@rushlight/command-line";
import type { Figure } from "./lesson/Figure.ts";
import type { Lesson } from "./lesson/Lesson.ts";
import type { Progress } from "./lesson/Page.ts";
import { runLesson } from "./lesson/runLesson.ts";
import type { Options } from "./options.ts";
import { figureTable } from "./output/figureTable.ts";
import { report } from "./output/report.ts";
import { TextWriter } from "./output/TextWriter.ts";
import type { WrittenLesson } from "./output/WrittenLesson.ts";

const SEEDS = 3;
/** Charts on terminals are indented by four columns. */
const CHART_WIDTH = 76;
const CHART_ROWS = 10;

/**
 * Runs lessons one after the other, prints them and what became of their figures, and saves the drawings and a report.
 *
 * @param signal ends the lesson that is running; nothing is saved then
 * @returns the exit code: 1 when a figure is not what it has to be
 * @throws DataError or OutputError; what was in the folder stays as it was
 */
export async function run(
  lessons: readonly Lesson[],
  { seed, out, json }: Options,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  makeFolder(out);
  const writer = new TextWriter(terminal.stdout);
  const settings = {
    seeds: Array.from({ length: SEEDS }, (_, i) => seed + i),
    signal,
    progress: progressOn(terminal),
    text: { columns: CHART_WIDTH, rows: CHART_ROWS, colours: terminal.stdout.hasColors?.() ?? false },
    write: json ? () => {} : writer.block.bind(writer),
  };
  const written: WrittenLesson[] = [];
  try {
    for (const lesson of lessons) {
      if (!json) writer.title(lesson);
      const { blocks, figures } = await runLesson(lesson, settings);
      written.push({ lesson, blocks, figures });
    }
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
    terminal.stderr.write("interrupted: nothing was saved\n");
    return FAILED;
  }

  const figures = written.flatMap((lesson) => lesson.figures);
  const charts = written.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "chart"));
  const drawings = Object.fromEntries(charts.map(({ file, svg }) => [file, svg]));
  const files = saveFiles(out, { ...drawings, "report.html": report(written) });
  if (json) terminal.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  else summary(writer, written, files["report.html"]);
  return complaints(terminal, figures);
}

function summary(writer: TextWriter, written: readonly WrittenLesson[], path: string): void {
  const figures = written.flatMap((lesson) => lesson.figures);
  const right = figures.filter(({ ok }) => ok).length;
  writer.print(`\n${figureTable(written)}`);
  writer.print(`\n${right} of ${figures.length} figures ok`);
  writer.print(`report  ${path}`);
}

/** A line for each figure that is off. */
function complaints({ stderr }: Terminal, figures: readonly Figure[]): number {
  const off = figures.filter(({ ok }) => !ok);
  for (const { lesson, figure, expected, got } of off) {
    stderr.write(`${oneLine(`${lesson}: ${figure}: expected ${expected}, got ${got}`)}\n`);
  }
  return off.length === 0 ? 0 : FAILED;
}

function progressOn({ stderr }: Terminal): Progress {
  const bar = new ProgressBar(stderr, { title: 24, status: 12 });
  return {
    start: (title, total) => bar.start(title.padEnd(24), total),
    update: (done) => bar.update(done, `step ${done}`),
    stop: () => bar.stop(),
  };
}
