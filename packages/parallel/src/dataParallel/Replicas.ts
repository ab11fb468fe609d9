import { WorkerError } from "../errors/WorkerError.ts";
import { type PoolStatistics, poolStatistics } from "../sharing/poolStatistics.ts";
import { thrownIn } from "../sharing/thrownIn.ts";
import { WorkerPool } from "../sharing/WorkerPool.ts";
import type { ReplicaAnswer, ReplicaMessage, ReplicaResults, ReplicaTask } from "./messages.ts";

/** Worker threads with replicas of a master. Each makes its replica when it first has something to do. */
export class Replicas {
  readonly workers: number;
  private readonly owner: string;
  private readonly pool: WorkerPool;
  private recipe: SharedArrayBuffer;
  private version = 0;
  private closing = false;
  /** Why workers have ended that had no task. */
  private lost: unknown;
  private givenUp = false;

  /**
   * @param recipe how a replica is made
   * @throws ArgumentError when the backend has no memory that threads can share
   */
  constructor(owner: string, workers: number, filename: string, recipe: SharedArrayBuffer) {
    this.owner = owner;
    this.workers = workers;
    this.recipe = recipe;
    this.pool = new WorkerPool({ workers, filename });
    // Of workers that end without a task.
    this.pool.piscina.on("error", (error: unknown) => {
      this.lost = error;
      this.giveUpWithoutWorkers();
    });
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
  async run<K extends ReplicaTask["kind"]>(task: ReplicaTask & { readonly kind: K }): Promise<ReplicaResults[K]> {
    this.checkOpen();
    const message: ReplicaMessage = { version: this.version, recipe: this.recipe, task };
    let answer: ReplicaAnswer;
    try {
      answer = (await this.pool.run("default", message)) as ReplicaAnswer;
    } catch (error) {
      this.checkOpen();
      this.giveUpWithoutWorkers();
      throw this.ended(this.lost ?? error);
    }
    if (answer.kind === "failure") {
      throw new WorkerError(`${this.owner}: a worker failed: ${answer.message}`, { cause: thrownIn(answer.thrown) });
    }
    return answer.result as ReplicaResults[K];
  }

  /** How they are doing. */
  statistics(): PoolStatistics {
    return poolStatistics(this.pool.piscina);
  }

  /** Ends the workers, also those that are at work. */
  close(): Promise<void> {
    this.closing = true;
    return this.pool.close();
  }

  /**
   * @throws WorkerError once it is closed, or when no worker is left and none can begin
   * @throws ArgumentError with a backend in other memory than that of the workers
   */
  checkOpen(): void {
    if (this.closing) throw new WorkerError(`${this.owner}: it has been closed`);
    if (this.givenUp) throw this.ended(this.lost);
    this.pool.checkMemory(this.owner);
  }

  // Tasks would wait for ever: when workers can not begin, Piscina replaces none.
  private giveUpWithoutWorkers(): void {
    if (this.pool.piscina.threads.length > 0) return;
    this.givenUp = true;
    void this.pool.close();
  }

  private ended(cause: unknown): WorkerError {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new WorkerError(`${this.owner}: a worker ended: ${reason}`, { cause });
  }
}
