export { startThreads } from "./startThreads.ts";
export type { ThreadOptions } from "./ThreadOptions.ts";
export type { Threads } from "./Threads.ts";
