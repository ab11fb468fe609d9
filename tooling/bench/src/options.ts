import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

/** The suite that trains in processes of its own. */
export const WORKLOADS = "workloads";

/** What can be chosen. */
export interface Choices {
  readonly suites: readonly string[];
  readonly workloads: readonly string[];
  readonly systems: readonly string[];
}

/** What the arguments ask for. */
export interface Options extends Choices {
  /** How many threads Rushlight is measured with beside one. */
  readonly threads: number;
  readonly quick: boolean;
  readonly help: boolean;
  /** The file for the figures of the workloads. */
  readonly json: string | undefined;
  /** The file for the measurements of the other suites. */
  readonly micro: string | undefined;
  /** The page that is made or brought up to date. */
  readonly page: string | undefined;
}

/** The most threads that Rushlight can start. */
const MOST_THREADS = 63;

/** Two threads where the machine has two cores: what is promised is promised for two. */
export const DEFAULT_THREADS = Math.min(2, availableParallelism());

/**
 * Reads the arguments.
 *
 * @throws Error for arguments that do not exist or do not go together
 */
export function parseOptions(args: readonly string[], all: Choices): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      systems: { type: "string" },
      workloads: { type: "string" },
      threads: { type: "string", default: String(DEFAULT_THREADS) },
      json: { type: "string" },
      micro: { type: "string" },
      page: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const { quick, help, json, micro, page } = values;
  const filtered = values.systems !== undefined || values.workloads !== undefined;
  const named = choose("suites", positionals, all.suites);
  const suites = named.length > 0 ? named : filtered ? [WORKLOADS] : all.suites;
  const withoutWorkloads = !suites.includes(WORKLOADS);
  if (filtered && withoutWorkloads) throw new Error(missing("--systems and --workloads", suites));
  if (json !== undefined && withoutWorkloads) throw new Error(missing("--json", suites));
  if (page !== undefined && (filtered || named.length > 0)) {
    throw new Error("expected --page without suites, --systems and --workloads: the page shows all of them");
  }
  return {
    suites,
    workloads: chosen("workloads", values.workloads, all.workloads),
    systems: chosen("systems", values.systems, all.systems),
    threads: threadsIn(values.threads),
    quick,
    help,
    json,
    micro,
    page,
  };
}

function threadsIn(text: string): number {
  const threads = Number(text);
  if (/^\d+$/.test(text) && threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new Error(`expected --threads with a whole number from 1 to ${MOST_THREADS}, got ${text}`);
}

function missing(option: string, suites: readonly string[]): string {
  return `expected the suite ${WORKLOADS} for ${option}, got ${suites.join(", ")}`;
}

/** The names in a list with commas; all there are when it is left out. */
function chosen(what: string, list: string | undefined, all: readonly string[]): readonly string[] {
  return list === undefined ? all : choose(what, list.split(","), all);
}

function choose(what: string, names: readonly string[], all: readonly string[]): readonly string[] {
  const stranger = names.find((name) => !all.includes(name));
  if (stranger !== undefined) throw new Error(`expected ${what} named ${all.join(", ")}, got ${stranger}`);
  return all.filter((name) => names.includes(name));
}
