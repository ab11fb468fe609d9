import type { Options } from "tsup";

/** Entry points of a build by output name: `{ index: "src/index.ts" }` makes `dist/index.js`. */
export type Entries = Record<string, string>;

/**
 * The build of a published package: one ES module and one declaration file for each entry, shared code in chunks.
 *
 * @param entry - the entry points; default `{ index: "src/index.ts" }`
 */
export function packageBuild(entry?: Entries): Options;

/**
 * The build of a command-line application: Node only, no declarations.
 *
 * @param entry - the entry points
 */
export function applicationBuild(entry: Entries): Options;
