import { WorkerError } from "../errors/WorkerError.ts";
import { type PoolStatistics, poolStatistics } from "../sharing/poolStatistics.ts";
import { WorkerPool } from "../sharing/WorkerPool.ts";
import type { MapperAnswer, MapperMessage, MapperResults, MapperTask, SampleForm, WriteTask } from "./messages.ts";
import { serializeSetup } from "./serializeSetup.ts";
import { type SharableDataset, type SharedDataset, shareDataset } from "./shareDataset.ts";
import { thrownIn } from "./thrownIn.ts";
import type { WorkerChoices } from "./workerOptions.ts";

/** Threads that prepare the samples of a dataset. */
export class MapperPool {
  private readonly owner: string;
  private readonly pool: WorkerPool;
  private readonly setup: SharedArrayBuffer;
  // Kept for as long as threads read it.
  private shared: SharedDataset | undefined;
  private closing = false;
  private lost: unknown;

  /** @throws ArgumentError for a dataset or data that can not be sent to threads, and when there is no room for it */
  constructor(owner: string, dataset: SharableDataset, { map, data, seed, workers, workerFile }: WorkerChoices) {
    this.owner = owner;
    this.shared = shareDataset(owner, dataset);
    this.setup = serializeSetup(owner, { dataset: this.shared.source, map, data, seed });
    this.pool = new WorkerPool({ workers, filename: workerFile });
    // Of workers that could not begin, when they had no task yet.
    this.pool.piscina.on("error", (error: unknown) => {
      this.lost = error;
      this.giveUpWithoutWorkers();
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

  /** @throws WorkerError once it is closed */
  checkOpen(): void {
    if (this.closing) throw new WorkerError(`${this.owner}: its workers have been closed`);
  }

  /** Ends the workers, also those that are at work. */
  async close(): Promise<void> {
    this.closing = true;
    await this.pool.close();
    this.shared = undefined;
  }

  private async run<K extends MapperTask["kind"]>(task: MapperTask & { readonly kind: K }): Promise<MapperResults[K]> {
    this.checkOpen();
    const message: MapperMessage = { setup: this.setup, task };
    let answer: MapperAnswer;
    try {
      answer = (await this.pool.run("default", message)) as MapperAnswer;
    } catch (error) {
      this.checkOpen();
      this.giveUpWithoutWorkers();
      const cause = this.lost ?? error;
      throw new WorkerError(
        `${this.owner}: a worker ended: ${cause instanceof Error ? cause.message : String(cause)}`,
        {
          cause,
        },
      );
    }
    if (answer.kind === "failure") {
      throw new WorkerError(`${this.owner}: ${answer.message}`, { cause: thrownIn(answer.thrown) });
    }
    return answer.result as MapperResults[K];
  }

  // Tasks would wait for ever: when workers can not begin, Piscina replaces none.
  private giveUpWithoutWorkers(): void {
    if (this.pool.piscina.threads.length === 0) void this.pool.close();
  }
}
