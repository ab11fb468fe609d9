import type { Linter } from "eslint";

/**
 * What ESLint checks in this workspace: what needs types, documentation, and the direction of imports. Formatting and
 * everything else is Biome's.
 *
 * @param root the folder of the workspace, absolute
 */
export function workspaceLint(root: string): Linter.Config[];
