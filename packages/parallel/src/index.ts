export { WorkerError } from "./errors/WorkerError.ts";
export * from "./threads/index.ts";
