import { parseArgs } from "node:util";

/** What the arguments ask for. */
export interface Options {
  /** The names of the workloads. */
  readonly workloads: readonly string[];
  readonly quick: boolean;
  readonly help: boolean;
  /** The page that is made or brought up to date. */
  readonly page: string | undefined;
}

/**
 * Reads the arguments.
 *
 * @param all the names of the workloads that there are
 * @throws Error for arguments that do not exist or do not go together
 */
export function parseOptions(args: readonly string[], all: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      page: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const stranger = positionals.find((name) => !all.includes(name));
  if (stranger !== undefined) throw new Error(`expected workloads named ${all.join(", ")}, got ${stranger}`);
  const { quick, page, help } = values;
  if (page !== undefined && positionals.length > 0) {
    throw new Error("expected --page without workloads: the page shows all of them");
  }
  return { workloads: positionals.length > 0 ? positionals : all, quick, help, page };
}
