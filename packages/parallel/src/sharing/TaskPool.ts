import { WorkerError } from "../errors/WorkerError.ts";
import { type PoolStatistics, poolStatistics } from "./poolStatistics.ts";
import type { ThrownParts } from "./ThrownParts.ts";
import { thrownIn } from "./thrownIn.ts";
import { WorkerPool, type WorkerPoolOptions } from "./WorkerPool.ts";

/** What a worker answers: a result, or what went wrong. */
export type WorkerAnswer<Result> =
  | { readonly kind: "result"; readonly result: Result }
  | { readonly kind: "failure"; readonly message: string; readonly thrown: ThrownParts | undefined };

/** Workers that do the tasks of an owner, whom all that goes wrong is named after. */
export class TaskPool {
  private readonly owner: string;
  private readonly pool: WorkerPool;
  private closing = false;
  /** Whether no worker is left, and none can begin. */
  private deserted = false;
  /** Why a worker has ended that had no task. */
  private obstacle: unknown;

  /** @throws ArgumentError when the backend has no memory that threads can share */
  constructor(owner: string, options: WorkerPoolOptions) {
    this.owner = owner;
    this.pool = new WorkerPool(options);
    this.pool.piscina.on("error", (error: unknown) => {
      this.obstacle = error;
      this.noticeDesertion();
    });
  }

  /**
   * Has a worker call the default export of its file.
   *
   * @typeParam Result what the file gives for such a message
   * @throws WorkerError when the worker ends, or the task fails
   */
  async run<Result>(message: unknown): Promise<Result> {
    this.checkOpen();
    let answer: WorkerAnswer<Result>;
    try {
      answer = (await this.pool.run("default", message)) as WorkerAnswer<Result>;
    } catch (error) {
      if (this.closing) throw this.closed();
      this.noticeDesertion();
      throw this.ended(error);
    }
    if (answer.kind === "result") return answer.result;
    throw new WorkerError(`${this.owner}: ${answer.message}`, { cause: thrownIn(answer.thrown) });
  }

  /** How it is doing. */
  statistics(): PoolStatistics {
    return poolStatistics(this.pool.piscina);
  }

  /**
   * @throws WorkerError once it is closed, or when no worker is left and none can begin
   * @throws ArgumentError with a backend in other memory than that of the workers
   */
  checkOpen(): void {
    if (this.closing) throw this.closed();
    if (this.deserted) throw this.ended(undefined);
    this.pool.checkMemory(this.owner);
  }

  /** Ends the workers, also those that are at work. */
  close(): Promise<void> {
    this.closing = true;
    return this.pool.close();
  }

  // Piscina replaces no worker once one could not begin, and lets tasks wait for ever when none is left.
  private noticeDesertion(): void {
    if (this.pool.piscina.threads.length > 0) return;
    this.deserted = true;
    void this.pool.close();
  }

  private closed(): WorkerError {
    return new WorkerError(`${this.owner}: it has been closed`);
  }

  private ended(error: unknown): WorkerError {
    const cause = this.deserted ? (this.obstacle ?? error) : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new WorkerError(`${this.owner}: a worker ended: ${reason}`, { cause });
  }
}
