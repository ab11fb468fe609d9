import type { Terminal } from "@rushlight/command-line";

/** What a command is run in. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Is aborted when the user wants the program to end. */
  readonly signal: AbortSignal;
}
