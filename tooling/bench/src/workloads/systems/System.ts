import type { Command } from "../protocol/PeerProcess.ts";

/** Something that trains, with a number of threads. */
export interface System {
  /** What it is called: on the command line, in tables, and in files. Several threads of one system share its name. */
  readonly name: string;
  readonly threads: number;
  /**
   * How its process is started.
   *
   * @throws Error that says why it can not be
   */
  command(): Promise<Command>;
}

/** What a system is called in a table: `pytorch, 2 threads`. */
export function titleOf({ name, threads }: Pick<System, "name" | "threads">): string {
  return `${name}, ${threads} ${threads === 1 ? "thread" : "threads"}`;
}
