import { FAILED, INTERRUPTED } from "./exitCodes.ts";
import { allowRelaxedSimd } from "./relaxedSimd.ts";
import type { Terminal } from "./Terminal.ts";

/** A second signal within this time comes from the same Ctrl-C: npm passes on what the terminal has sent already. */
const SAME_KEY_PRESS = 300;

/** The program of an application. */
export interface MainModule {
  /**
   * @param args the arguments of the command line, without the program's name
   * @param signal is aborted when the user wants the program to end
   * @returns the exit code
   */
  main(args: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<number>;
}

/**
 * Runs an application as the process that it is in: all that its `cli.ts` does. Ctrl-C and SIGTERM ask it to end; a second
 * Ctrl-C ends it at once.
 *
 * @param load imports the program: not before, because kernels are compiled as they are loaded
 */
export function launch(load: () => Promise<MainModule>): void {
  const controller = new AbortController();
  let firstSignal = 0;

  function interrupt(): void {
    if (!controller.signal.aborted) {
      firstSignal = performance.now();
      controller.abort();
    } else if (performance.now() - firstSignal > SAME_KEY_PRESS) {
      process.exit(INTERRUPTED);
    }
  }

  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", giveUp);

  allowRelaxedSimd();
  void load()
    .then(({ main }) => main(process.argv.slice(2), process, controller.signal))
    .then((code) => {
      process.exitCode = code;
    });
}

/** Ends a program that can not print: quietly when the reader of a pipe left early, as `head` does. */
function giveUp(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") process.stderr.write(`the output can not be written: ${error.message}\n`);
  process.exit(FAILED);
}
