import { elementwise } from "./elementwise/elementwise.ts";
import { gemm } from "./gemm/gemm.ts";
import { lookup } from "./lookup/lookup.ts";
import { overhead } from "./overhead/overhead.ts";
import type { Suite } from "./Suite.ts";
import { threads } from "./threads/threads.ts";

/** All suites that are measured in this process, in the order in which they run. */
export const suites: readonly Suite[] = [gemm, elementwise, overhead, lookup, threads];
