import type { PoolStatistics } from "../sharing/poolStatistics.ts";
import { serializeSetup } from "../sharing/serializeSetup.ts";
import { TaskPool } from "../sharing/TaskPool.ts";
import type { MapperMessage, MapperResults, MapperTask, SampleForm, WriteTask } from "./messages.ts";
import { type SharableDataset, type SharedDataset, shareDataset } from "./shareDataset.ts";
import type { WorkerChoices } from "./workerOptions.ts";

/** Threads that prepare the samples of a dataset. */
export class MapperPool {
  private readonly pool: TaskPool;
  private readonly setup: SharedArrayBuffer;
  // Kept for as long as threads read it.
  private shared: SharedDataset | undefined;

  /** @throws ArgumentError for a dataset or data that can not be sent to threads, and when there is no room for it */
  constructor(owner: string, dataset: SharableDataset, { map, data, seed, workers, workerFile }: WorkerChoices) {
    this.shared = shareDataset(owner, dataset);
    this.setup = serializeSetup(owner, { dataset: this.shared.source, map, data, seed });
    this.pool = new TaskPool(owner, { workers, filename: workerFile });
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
    return this.pool.statistics();
  }

  /**
   * @throws WorkerError once it is closed, or when no worker is left and none can begin
   * @throws ArgumentError with a backend in other memory than that of the workers
   */
  checkOpen(): void {
    this.pool.checkOpen();
  }

  /** Ends the workers, also those that are at work. */
  async close(): Promise<void> {
    await this.pool.close();
    this.shared = undefined;
  }

  private run<K extends MapperTask["kind"]>(task: MapperTask & { readonly kind: K }): Promise<MapperResults[K]> {
    const message: MapperMessage = { setup: this.setup, task };
    return this.pool.run(message);
  }
}
