import type { Activation, AnyCriterion, AnyModule, InputOf, OutputOf } from "@rushlight/module";
import type { CriterionFits, TargetOf } from "@rushlight/nn";
import { ArgumentError, defaultGenerator, type Tensor } from "@rushlight/tensor";
import { WorkerError } from "../errors/WorkerError.ts";
import { deserialized } from "../sharing/deserialized.ts";
import { fileAddress } from "../sharing/fileAddress.ts";
import type { PoolStatistics } from "../sharing/poolStatistics.ts";
import { serializeSetup } from "../sharing/serializeSetup.ts";
import { checkActivation, checkBatch, type TrainingBatch } from "./Batch.ts";
import { type Batches, checkBatches } from "./BatchReader.ts";
import {
  type CallOptions,
  checkCallOptions,
  checkLoadOptions,
  chooseDataParallel,
  chooseEvaluation,
  type DataParallelOptions,
  type EvaluationOptions,
  type LoadOptions,
} from "./DataParallelOptions.ts";
import { type EvaluationCall, type EvaluationResult, type EvaluationSet, evaluateAll } from "./Evaluation.ts";
import { checkHogwildOptions, type HogwildOptions, type HogwildResult, trainHogwild } from "./Hogwild.ts";
import { Master } from "./Master.ts";
import { predictAll } from "./Prediction.ts";
import { Replicas } from "./Replicas.ts";
import { SliceGradients } from "./SliceGradients.ts";
import { SliceStatistics } from "./SliceStatistics.ts";
import { type TrainingMeans, TrainingStep } from "./TrainingStep.ts";
import { callFactory } from "./worker/makeReplica.ts";

/** What a step gives. */
export interface StepResult {
  /** The loss of the batch. */
  readonly loss: number;
}

/**
 * Trains a model in worker threads: each has a replica of it, computes the loss and the gradient of a slice of the batch, and the
 * gradients are summed.
 *
 * The parameters of all replicas *are* the flat vector {@link parameters}, in memory that the threads share: nothing is copied
 * when they move. Any optimiser works on it, with {@link gradients} as the gradient. Batches that do not lie in that memory are
 * copied there once.
 *
 * **The same numbers.** {@link step} gives the loss and the gradient that one forward and backward of the whole batch give, up to
 * rounding: means and sums, weighted classes and criterions made of others are joined as each of them asks for. With a number
 * of `slices` of its own, results have the same bits for any number of workers: the gradients of slices are summed in a fixed
 * order, and nothing depends on which thread computes which slice. What draws random numbers, as Dropout does, draws them from a
 * seed of its own for each slice: {@link seed}, the number of the step and that of the slice, mixed by the finaliser of MurmurHash3.
 *
 * **Modules that look across samples** see their slice alone. Batch normalisation takes the mean and the variance of the slice,
 * as PyTorch's DataParallel does; every slice begins with the running statistics of the model, which then gets the mean of what
 * the slices have learned, by samples. Kmeans, L1Penalty with `sizeAverage`, and a CriterionTable average over the slice. A slice
 * may have one sample only: a View then needs `setNumInputDims`, not to take the batch for the sample itself.
 *
 * **What reaches the threads.** Parameters and statistics at once, the mode (`training()`, `evaluate()`) with each step, other
 * settings of the model and of the criterion with {@link refresh}. Checked mode does not reach them. Models made of what
 * `@rushlight/nn` exports are sent as they are; any other is made in each thread by a function in a file, see {@link load}. The
 * model itself computes nothing; its `output` stays as it was.
 *
 * Calls do not overlap: wait for one before the next. A call that fails, is aborted, or loses a worker changes nothing, but for
 * {@link hogwild}; the next one works, with a new worker in place of one that has ended. Sixteen are replaced; then fewer are left.
 *
 * @typeParam M what is trained
 * @typeParam C the loss, which takes what the module gives
 * @example
 * ```ts
 * import { CrossEntropyCriterion, Linear, sequential, Tanh } from "@rushlight/nn";
 * import { SGD } from "@rushlight/optim";
 * import { DataParallel } from "@rushlight/parallel";
 * import { manualSeed, tensor } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const net = sequential(new Linear(2, 8), new Tanh(), new Linear(8, 2));
 * const dp = new DataParallel(net, new CrossEntropyCriterion(), { workers: 2 });
 * const { parameters, gradients } = dp;
 * const optimizer = new SGD(parameters, { learningRate: 1 });
 * const input = tensor([[0, 0], [0, 1], [1, 0], [1, 1]]);
 * const target = tensor([0, 1, 1, 0], { dtype: "int32" });
 * for (let i = 0; i < 200; i++) {
 *   const { loss } = await dp.step({ input, target });
 *   optimizer.step(() => [loss, gradients]);
 * }
 * const { loss } = await dp.evaluate({ input, target });
 * console.log(loss < 0.1); // true
 * await dp.close();
 * ```
 */
export class DataParallel<M extends AnyModule = AnyModule, C extends AnyCriterion = AnyCriterion> {
  /** The model that the replicas are like. */
  readonly model: M;
  /** The loss that their criterions are like. */
  readonly criterion: C;
  /** All parameters of the model as one flat vector, which the parameters of all replicas are views of. */
  readonly parameters: Tensor;
  /** The gradient of the last {@link step} as one flat vector; the gradients of the model are views of it. */
  readonly gradients: Tensor;
  /** How many threads there are. */
  readonly workers: number;
  /** How many slices a batch is cut into. */
  readonly slices: number;
  /** What the random numbers of modules are drawn from. */
  readonly seed: number;
  private readonly master: Master;
  private readonly replicas: Replicas;
  private readonly means: TrainingMeans;
  private readonly training: TrainingStep;
  private running: string | undefined;
  private calls = 0;
  private epochs = 0;

  /**
   * Starts the threads, and makes the parameters and the gradients of the model views of flat vectors in shared memory, as
   * `getParameters()` does. Flat vectors that lie in other memory go stale.
   *
   * @param model made of what `@rushlight/nn` exports, unless there is a `factory`
   * @throws ArgumentError for a model that can not be sent to threads, one without parameters, one whose forward changes
   *   parameters (LookupTable with `maxNorm`, IndexLinear with `normalize`), for options that make no sense, and for a backend
   *   whose memory threads can not share
   * @throws SharedMemoryError when there is no room for the flat vectors
   */
  constructor(model: M, criterion: C & CriterionFits<M, C>, options: DataParallelOptions = {}) {
    const { workers, slices, seed, factory, workerFile } = chooseDataParallel("DataParallel", options);
    const master = new Master("DataParallel", model, criterion, factory);
    const replicas = new Replicas("DataParallel", workers, workerFile, master.recipe());
    this.model = model;
    this.criterion = criterion;
    this.parameters = master.parameters;
    this.gradients = master.gradients;
    this.workers = workers;
    this.slices = slices;
    this.seed = seed ?? defaultGenerator().random();
    this.master = master;
    this.replicas = replicas;
    this.means = {
      master,
      replicas,
      gradients: new SliceGradients("DataParallel", master.gradients),
      statistics: new SliceStatistics("DataParallel", model),
      seed: this.seed,
    };
    this.training = new TrainingStep("DataParallel.step", slices, this.means);
  }

  /**
   * Trains a model that a file makes, for classes of your own. The default export of the file is a function
   * `(data) => ({ model, criterion })`, or a promise of both. It is called in this thread and in each worker, with the same data
   * and the same random numbers, and makes the same model everywhere. A criterion of your own says with
   * `Criterion.lossWeights` how losses of parts are joined, a module with `Module.statistics` what it learns besides parameters.
   *
   * @param file a URL, as `new URL("./model.js", import.meta.url)`, or a path
   * @throws ArgumentError for a file that is not there, and as the constructor
   * @throws WorkerError naming the file when it fails; what it threw is the cause
   * @example
   * ```ts
   * import { DataParallel } from "@rushlight/parallel";
   *
   * // model.js, given as new URL("./model.js", import.meta.url):
   * //   import { Linear, MSECriterion } from "@rushlight/nn";
   * //   export default ({ inputs }) => ({ model: new Linear(inputs, 1), criterion: new MSECriterion() });
   * // With that, DataParallel.load(file, { data: { inputs: 3 } }) is ready for steps. This one makes no model:
   * const file = new URL("data:text/javascript,export default () => 1");
   * try {
   *   await DataParallel.load(file, { workers: 1 });
   * } catch (error) {
   *   console.log(String(error));
   *   // WorkerError: DataParallel.load: data:text/javascript,export default () => 1: expected a function that gives { model, criterion }, got 1
   * }
   * ```
   */
  static async load(file: URL | string, options: LoadOptions = {}): Promise<DataParallel> {
    const owner = "DataParallel.load";
    checkLoadOptions(owner, options);
    const { data, ...others } = options;
    chooseDataParallel(owner, others);
    const address = fileAddress(owner, "file", file);
    const copy = deserialized(serializeSetup(owner, data));
    const random = defaultGenerator().getState();
    const { model, criterion } = await callFactory(address, copy).catch((error: unknown) => {
      const [reason, cause] = error instanceof Error ? [error.message, error.cause] : [String(error), error];
      throw new WorkerError(`${owner}: ${reason}`, { cause });
    });
    return new DataParallel(model, criterion, { ...others, factory: { file: address, data, random } });
  }

  /**
   * Computes the loss and the gradient of a batch. The gradient takes the place of what is in {@link gradients}: nothing needs
   * to be set to zero before.
   *
   * @param batch samples along the first dimension of every tensor of `input` and `target`
   * @returns the loss at the parameters as they are
   * @throws ArgumentError or ShapeError for what is no batch, while another call is running, and with another backend than it was
   *   made with
   * @throws WorkerError when a worker ends, or its computation fails, as for a criterion whose loss does not follow from those of
   *   slices; the cause is what was thrown
   * @throws SharedMemoryError when there is no room in shared memory for the batch, or a gradient for each slice
   * @throws the reason of the signal when it is aborted, when the slices that are running have ended
   * @example
   * ```ts
   * import { Linear, MSECriterion } from "@rushlight/nn";
   * import { DataParallel } from "@rushlight/parallel";
   * import { tensor } from "@rushlight/tensor";
   *
   * const line = new Linear(1, 1);
   * line.weight.fill(2);
   * line.bias?.fill(0);
   * await using dp = new DataParallel(line, new MSECriterion(), { workers: 2, slices: 3 });
   * const { loss } = await dp.step({ input: tensor([[0], [1], [2]]), target: tensor([[0], [0], [0]]) });
   * console.log(loss.toFixed(4)); // 6.6667
   * console.log(dp.gradients.get(0).toFixed(4), dp.gradients.get(1)); // 6.6667 4
   * ```
   */
  async step(batch: TrainingBatch<InputOf<M>, TargetOf<C>>, options: CallOptions = {}): Promise<StepResult> {
    const owner = "DataParallel.step";
    checkCallOptions(owner, options);
    return this.call("step", async () => ({ loss: await this.training.run(checkBatch(owner, batch), options.signal) }));
  }

  /**
   * The loss of many samples in evaluation mode, computed batch by batch: as the criterion gives it for all samples at once. The
   * model stays in its mode.
   *
   * @param set one batch of any size, which is cut into batches; batches, as a DataLoader gives; or a dataset
   * @throws ArgumentError or ShapeError for what is none of them, for one without samples, and while another call is running
   * @throws WorkerError, SharedMemoryError, or the reason of the signal, as {@link step}
   * @example
   * ```ts
   * import { Linear, MSECriterion, sequential } from "@rushlight/nn";
   * import { DataParallel } from "@rushlight/parallel";
   * import { ones, zeros } from "@rushlight/tensor";
   *
   * const net = sequential(new Linear(2, 1));
   * net.get<Linear>(0).weight.fill(1);
   * net.get<Linear>(0).bias?.fill(1);
   * await using dp = new DataParallel(net, new MSECriterion(), { workers: 2 });
   * const set = { input: ones(1000, 2), target: zeros(1000, 1) };
   * console.log(await dp.evaluate(set, { batchSize: 100 })); // { loss: 9, samples: 1000 }
   * ```
   */
  async evaluate(
    set: EvaluationSet<InputOf<M>, TargetOf<C>>,
    options: EvaluationOptions = {},
  ): Promise<EvaluationResult> {
    const owner = "DataParallel.evaluate";
    const choices = chooseEvaluation(owner, options);
    return this.call("evaluate", () => evaluateAll(owner, set, this.evaluation(choices)));
  }

  /**
   * The output for many samples in evaluation mode, computed batch by batch. The model stays in its mode.
   *
   * @param input samples along the first dimension of every tensor
   * @returns the outputs in the order of the samples, in new tensors
   * @throws ArgumentError or ShapeError for what is no input, for outputs that differ in size, and while another call is running
   * @throws WorkerError, SharedMemoryError, or the reason of the signal, as {@link step}
   * @example
   * ```ts
   * import { Linear, MSECriterion } from "@rushlight/nn";
   * import { DataParallel } from "@rushlight/parallel";
   * import { tensor } from "@rushlight/tensor";
   *
   * const line = new Linear(1, 1);
   * line.weight.fill(2);
   * line.bias?.fill(1);
   * await using dp = new DataParallel(line, new MSECriterion(), { workers: 2 });
   * const output = await dp.predict(tensor([[0], [1], [2]]), { batchSize: 2 });
   * console.log(output.toArray()); // [ [ 1 ], [ 3 ], [ 5 ] ]
   * ```
   */
  async predict(input: InputOf<M>, options: EvaluationOptions = {}): Promise<OutputOf<M, InputOf<M>>> {
    const owner = "DataParallel.predict";
    const choices = chooseEvaluation(owner, options);
    const given = checkActivation(owner, "input", input);
    return this.call("predict", async () => known(await predictAll(owner, given, this.evaluation(choices))));
  }

  /**
   * Trains without locks: each thread takes a batch, computes its gradient, and moves the shared parameters at once,
   * θ ← θ − learningRate·∂loss/∂θ, whatever the others do meanwhile. Source: F. Niu, B. Recht, C. Ré and S. J. Wright,
   * "Hogwild!: a lock-free approach to parallelizing stochastic gradient descent", 2011.
   *
   * No two runs are alike: gradients are of parameters that have moved since, and of two threads that move an element at once
   * one may lose. It converges where gradients are sparse or steps small. There is no momentum, and {@link gradients} stay as they
   * are. With one worker it is plain stochastic gradient descent, batch by batch. Batches are computed whole, so that any
   * criterion will do; running statistics follow those of the thread that writes last.
   *
   * @param batches gone through once for each epoch
   * @throws ArgumentError or ShapeError for what are no batches, for an epoch without any, and while another call is running
   * @throws WorkerError, SharedMemoryError, or the reason of the signal, as {@link step}; what the parameters have learned by
   *   then stays
   * @example
   * ```ts
   * import { Linear, MSECriterion } from "@rushlight/nn";
   * import { DataParallel } from "@rushlight/parallel";
   * import { tensor } from "@rushlight/tensor";
   *
   * const line = new Linear(1, 1);
   * await using dp = new DataParallel(line, new MSECriterion(), { workers: 2 });
   * const batches = [-1, 0, 1].map((x) => ({ input: tensor([[x]]), target: tensor([[2 * x + 1]]) }));
   * await dp.hogwild(batches, { learningRate: 0.1, epochs: 100 });
   * console.log(line.forward(tensor([3])).get(0).toFixed(1)); // 7.0
   * ```
   */
  async hogwild(batches: Batches<InputOf<M>, TargetOf<C>>, options: HogwildOptions): Promise<HogwildResult> {
    const owner = "DataParallel.hogwild";
    checkHogwildOptions(owner, options);
    checkBatches(owner, batches);
    return this.call("hogwild", () => {
      const begun = this.epochs;
      this.epochs += options.epochs ?? 1;
      return trainHogwild(owner, batches, options, { ...this.means, begun });
    });
  }

  /**
   * Sends the model and the criterion to the threads again, for settings that have changed.
   *
   * @throws ArgumentError while a call is running, and for a model that has other parameters by now
   * @throws WorkerError once it is closed
   */
  refresh(): this {
    this.checkFree("refresh");
    this.replicas.checkOpen();
    this.replicas.refresh(this.master.recipe());
    return this;
  }

  /** How the threads are doing: how long tasks take and wait, how many have ended, and how much of the time was used. */
  statistics(): PoolStatistics {
    return this.replicas.statistics();
  }

  /** How much of the time so far the threads were at work, from 0 to 1. */
  get utilization(): number {
    return this.replicas.statistics().utilization;
  }

  /**
   * Ends the threads, also those that are at work: a call that is running throws a WorkerError. The model stays as it is, on its
   * flat vectors. A program ends without it, too.
   */
  close(): Promise<void> {
    return this.replicas.close();
  }

  /** {@link close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  private evaluation(choices: Pick<EvaluationCall, "batchSize" | "signal" | "onProgress">): EvaluationCall {
    const { replicas, statistics, seed } = this.means;
    return { ...choices, replicas, statistics, seed, call: this.calls++ };
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
      `DataParallel.${name}: expected to be called when ${this.running} has ended, it is still running`,
    );
  }
}

/** An output whose type follows from that of the model. */
function known<A extends Activation>(output: Activation): A;
function known(output: Activation): Activation {
  return output;
}
