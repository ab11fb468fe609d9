import { elementwise } from "./elementwise/elementwise.ts";
import type { Suite } from "./Suite.ts";

/** All suites, in the order in which they run. */
export const suites: readonly Suite[] = [elementwise];
