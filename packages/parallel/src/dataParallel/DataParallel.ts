import type { AnyCriterion, AnyModule, InputOf } from "@rushlight/module";
import type { CriterionFits, TargetOf } from "@rushlight/nn";
import { ArgumentError, defaultGenerator, type Tensor } from "@rushlight/tensor";
import { WorkerError } from "../errors/WorkerError.ts";
import { fileAddress } from "../loading/fileAddress.ts";
import type { PoolStatistics } from "../sharing/poolStatistics.ts";
import { checkBatch, type TrainingBatch } from "./Batch.ts";
import {
  type CallOptions,
  checkCallOptions,
  chooseDataParallel,
  type DataParallelOptions,
  type LoadOptions,
} from "./DataParallelOptions.ts";
import { Master } from "./Master.ts";
import { Replicas } from "./Replicas.ts";
import { TrainingStep } from "./TrainingStep.ts";
import { callFactory } from "./worker/makeReplica.ts";

export class DataParallel<M extends AnyModule = AnyModule, C extends AnyCriterion = AnyCriterion> {
  readonly model: M;
  readonly criterion: C;
  /** All parameters of the model as one flat vector, in memory that the threads share: what is written there, all see. */
  readonly parameters: Tensor;
  /** The gradient of the last step, as one flat vector. */
  readonly gradients: Tensor;
  /** How many threads there are. */
  readonly workers: number;
  /** How many slices a batch is cut into. */
  readonly slices: number;
  /** What the random numbers of modules are drawn from. */
  readonly seed: number;
  private readonly master: Master;
  private readonly replicas: Replicas;
  private readonly training: TrainingStep;
  private running: string | undefined;

  constructor(model: M, criterion: C & CriterionFits<M, C>, options: DataParallelOptions = {}) {
    const choices = chooseDataParallel("DataParallel", options);
    this.master = new Master("DataParallel", model, criterion, choices.factory);
    this.replicas = new Replicas("DataParallel", choices.workers, choices.workerFile, this.master.recipe());
    this.model = model;
    this.criterion = criterion;
    this.parameters = this.master.parameters;
    this.gradients = this.master.gradients;
    this.workers = choices.workers;
    this.slices = choices.slices;
    this.seed = choices.seed ?? defaultGenerator().random();
    this.training = new TrainingStep("DataParallel.step", this.master, this.replicas, this.slices, this.seed);
  }

  static async load(file: URL | string, options: LoadOptions = {}): Promise<DataParallel> {
    const { data, ...others } = options;
    const owner = "DataParallel.load";
    chooseDataParallel(owner, others);
    const address = fileAddress(owner, "file", file);
    const random = defaultGenerator().getState();
    const made = await callFactory(address, structuredClone(data)).catch((error: unknown) => {
      throw new WorkerError(`${owner}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error instanceof Error ? error.cause : error,
      });
    });
    return new DataParallel(made.model, made.criterion, { ...others, factory: { file: address, data, random } });
  }

  async step(
    batch: TrainingBatch<InputOf<M>, TargetOf<C>>,
    options: CallOptions = {},
  ): Promise<{ readonly loss: number }> {
    checkCallOptions("DataParallel.step", options);
    return this.call("step", async () => {
      const checked = checkBatch("DataParallel.step", batch);
      return { loss: await this.training.run(checked, options.signal) };
    });
  }

  /** Sends the model to the threads again. */
  refresh(): this {
    this.checkFree("refresh");
    this.replicas.refresh(this.master.recipe());
    return this;
  }

  statistics(): PoolStatistics {
    return this.replicas.statistics();
  }

  get utilization(): number {
    return this.replicas.statistics().utilization;
  }

  close(): Promise<void> {
    return this.replicas.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  private async call<T>(name: string, run: () => Promise<T>): Promise<T> {
    this.checkFree(name);
    this.replicas.checkOpen();
    this.master.checkParameters();
    this.running = name;
    try {
      return await run();
    } finally {
      this.running = undefined;
    }
  }

  private checkFree(name: string): void {
    if (this.running === undefined) return;
    throw new ArgumentError(
      `DataParallel.${name}: expected to be called when ${this.running} has ended, it is running`,
    );
  }
}
