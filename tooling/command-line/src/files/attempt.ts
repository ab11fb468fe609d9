import { OutputError } from "../errors/OutputError.ts";

/** Does something to a file; an error names the file, says the problem, and why. */
export function attempt<T>(path: string, problem: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OutputError(`${path}: ${problem}: ${reason}`, { cause: error });
  }
}
