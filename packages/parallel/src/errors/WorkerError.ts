/** A worker thread ended, or what it computed failed. Its `cause` is what was thrown there, when something was. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";
}
