export { MOST_THREADS, machineThreads, type ThreadOptions, threadsFor } from "./threadsFor.ts";
