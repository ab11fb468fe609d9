import type { Activation } from "../activation/Activation.ts";
import type { Snapshot } from "./Snapshot.ts";

/** What the last forward of a module took and gave. */
export interface Forward {
  readonly input: Activation;
  readonly inputThen: Snapshot;
  readonly outputThen: Snapshot;
}

/** What checked mode keeps of a module. */
export interface CheckedState {
  forward: Forward | undefined;
  /** True while one of the module's own methods runs: those that it calls itself are not checked again. */
  running: boolean;
}
