import type { ViteUserConfig } from "vitest/config";

/** What a package may want different in its tests. */
export interface TestOptions {
  /** Also check `test/**\/*.test-d.ts` with the compiler. Default false. */
  types?: boolean;
  /** Milliseconds after which one test fails. Default 20,000. */
  timeout?: number;
  /** Backends to run all tests on once more, by the names of files in `test/backends` that install them. Default none. */
  alsoOn?: string[];
  /** Let workers that tests start run TypeScript, from the sources of the workspace. Needs tsx. Default false. */
  workers?: boolean;
}

/**
 * The tests of a package, run on the sources of every package of the workspace (the export condition
 * `@rushlight/source`): no build is needed first. The results also go to `reports/tests.json`.
 *
 * @param options - what differs from the default
 */
export function packageTests(options?: TestOptions): ViteUserConfig;
