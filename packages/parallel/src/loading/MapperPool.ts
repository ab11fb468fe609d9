import { WorkerError } from "../errors/WorkerError.ts";
import { type PoolStatistics, poolStatistics } from "../sharing/poolStatistics.ts";
import { serializeSetup } from "../sharing/serializeSetup.ts";
import { thrownIn } from "../sharing/thrownIn.ts";
import { WorkerPool } from "../sharing/WorkerPool.ts";
import type { MapperAnswer, MapperMessage, MapperResults, MapperTask, SampleForm, WriteTask } from "./messages.ts";
import { type SharableDataset, type SharedDataset, shareDataset } from "./shareDataset.ts";
import type { WorkerChoices } from "./workerOptions.ts";

/** Threads that prepare the samples of a dataset. */
export class MapperPool {
  private readonly owner: string;
  private readonly pool: WorkerPool;
  private readonly setup: SharedArrayBuffer;
  // Kept for as long as threads read it.
  private shared: SharedDataset | undefined;
  private closing = false;
  /** Whether no worker is left, and none can begin. */
  private deserted = false;
  /** What kept a worker from beginning. */
  private obstacle: unknown;

  /** @throws ArgumentError for a dataset or data that can not be sent to threads, and when there is no room for it */
  constructor(owner: string, dataset: SharableDataset, { map, data, seed, workers, workerFile }: WorkerChoices) {
    this.owner = owner;
    this.shared = shareDataset(owner, dataset);
    this.setup = serializeSetup(owner, { dataset: this.shared.source, map, data, seed });
    this.pool = new WorkerPool({ workers, filename: workerFile });
    this.pool.piscina.on("error", (error: unknown) => {
      this.obstacle = error;
      this.noticeDesertion();
    });
  }

  /** How many samples the dataset has, unless it is one of a file. */
  get knownLength(): number | undefined {
    return this.shared?.length;
  }

  /** How many samples the dataset has. */
  async length(): Promise<number> {
    return this.knownLength ?? this.run({ kind: "length" });
  }

  /** What a sample is like once it is prepared. */
  form(index: number, epoch: number): Promise<SampleForm> {
    return this.run({ kind: "form", index, epoch });
  }

  /** Prepares samples and writes them. */
  write(task: Omit<WriteTask, "kind">): Promise<undefined> {
    return this.run({ kind: "write", ...task });
  }

  /** How it is doing. */
  statistics(): PoolStatistics {
    return poolStatistics(this.pool.piscina);
  }

  /**
   * @throws WorkerError once it is closed
   * @throws ArgumentError with a backend in other memory than that of the workers
   */
  checkOpen(): void {
    if (this.closing) throw new WorkerError(`${this.owner}: its workers have been closed`);
    this.pool.checkMemory(this.owner);
  }

  /** Ends the workers, also those that are at work. */
  async close(): Promise<void> {
    this.closing = true;
    await this.pool.close();
    this.shared = undefined;
  }

  private async run<K extends MapperTask["kind"]>(task: MapperTask & { readonly kind: K }): Promise<MapperResults[K]> {
    this.checkOpen();
    if (this.deserted) throw this.workerEnded(undefined);
    const message: MapperMessage = { setup: this.setup, task };
    let answer: MapperAnswer;
    try {
      answer = (await this.pool.run("default", message)) as MapperAnswer;
    } catch (error) {
      this.checkOpen();
      this.noticeDesertion();
      throw this.workerEnded(error);
    }
    if (answer.kind === "failure") {
      throw new WorkerError(`${this.owner}: ${answer.message}`, { cause: thrownIn(answer.thrown) });
    }
    return answer.result as MapperResults[K];
  }

  private workerEnded(error: unknown): WorkerError {
    const cause = this.obstacle ?? error;
    return new WorkerError(`${this.owner}: a worker ended: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }

  // Piscina replaces no worker once one could not begin, and lets tasks wait for ever when none is left.
  private noticeDesertion(): void {
    if (this.pool.piscina.threads.length > 0) return;
    this.deserted = true;
    void this.pool.close();
  }
}
