import type { PoolStatistics } from "../sharing/poolStatistics.ts";
import { TaskPool } from "../sharing/TaskPool.ts";
import type { ReplicaMessage, ReplicaResults, ReplicaTask } from "./messages.ts";

/** Worker threads with replicas of a master. Each makes its replica when it first has something to do. */
export class Replicas {
  readonly workers: number;
  private readonly pool: TaskPool;
  private recipe: SharedArrayBuffer;
  private version = 0;

  /**
   * @param recipe how a replica is made
   * @throws ArgumentError when the backend has no memory that threads can share
   */
  constructor(owner: string, workers: number, filename: string, recipe: SharedArrayBuffer) {
    this.workers = workers;
    this.recipe = recipe;
    this.pool = new TaskPool(owner, { workers, filename });
  }

  /** Has replicas made anew. */
  refresh(recipe: SharedArrayBuffer): void {
    this.recipe = recipe;
    this.version += 1;
  }

  /**
   * Does a task in a worker.
   *
   * @throws WorkerError when the worker ends, or the task fails
   */
  run<K extends ReplicaTask["kind"]>(task: ReplicaTask & { readonly kind: K }): Promise<ReplicaResults[K]> {
    const message: ReplicaMessage = { version: this.version, recipe: this.recipe, task };
    return this.pool.run(message);
  }

  /** How they are doing. */
  statistics(): PoolStatistics {
    return this.pool.statistics();
  }

  /** Ends the workers, also those that are at work. */
  close(): Promise<void> {
    return this.pool.close();
  }

  /**
   * @throws WorkerError once it is closed, or when no worker is left and none can begin
   * @throws ArgumentError with a backend in other memory than that of the workers
   */
  checkOpen(): void {
    this.pool.checkOpen();
  }
}
