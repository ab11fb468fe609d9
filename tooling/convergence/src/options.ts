import { parseArgs } from "node:util";
import { type ProblemName, problemNames } from "./problems/Problem.ts";

/** What the user asks for. */
export interface Options {
  readonly problems: readonly ProblemName[];
  /** The page to write. */
  readonly page: string | undefined;
  /** Whether to look for the best settings. */
  readonly tune: boolean;
  readonly help: boolean;
}

/**
 * The options in the arguments of the command line.
 *
 * @throws Error for arguments that are not known or do not go together
 */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      page: { type: "string" },
      tune: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const chosen = positionals.map(problemNamed);
  const { page, tune, help } = values;
  if (page !== undefined && (tune || chosen.length > 0)) {
    throw new Error("expected --page alone: the page shows all problems, with the settings as they are");
  }
  const problems = problemNames.filter((name) => chosen.length === 0 || chosen.includes(name));
  return { problems, page, tune, help };
}

function problemNamed(name: string): ProblemName {
  const known = problemNames.find((problem) => problem === name);
  if (known === undefined) throw new Error(`expected ${problemNames.join(", ")} as a problem, got ${name}`);
  return known;
}
