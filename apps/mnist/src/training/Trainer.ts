import type { Breather } from "@rushlight/command-line";
import type { Batch, DataLoader } from "@rushlight/data";
import type * as nn from "@rushlight/nn";
import {
  ConfusionMatrix,
  type Evaluation as LossEvaluation,
  type Optimizer,
  type Plateau,
  restoreTensor,
  type SavedTensor,
  saveTensor,
} from "@rushlight/optim";
import { ArgumentError, defaultGenerator, type GeneratorState, ShapeError, type Tensor } from "@rushlight/tensor";
import { restoreGenerator, saveGenerator } from "../checkpoint/SavedGenerator.ts";
import { CLASSES } from "../digits/digits.ts";
import { DivergenceError } from "./DivergenceError.ts";
import { type Evaluation, evaluate } from "./evaluate.ts";
import type { Learner } from "./Learner.ts";
import { LossHistory } from "./LossHistory.ts";
import type { BestEpoch, Progress, TrainerState } from "./TrainerState.ts";

/** What to train with, and how. */
export interface TrainingPlan {
  readonly network: nn.Sequential;
  /** What computes the gradient of the network. */
  readonly learner: Learner;
  readonly optimizer: Optimizer<LossEvaluation>;
  /** The schedule that has to be told the validation losses. */
  readonly plateau?: Plateau | undefined;
  readonly trainLoader: DataLoader<Batch>;
  /** The digits that are held back; none when left out. */
  readonly validationLoader?: DataLoader<Batch> | undefined;
  readonly epochs: number;
  /** Stops when the validation loss has not fallen for so many epochs in a row; never when left out. */
  readonly patience?: number | undefined;
  /** Saves the state after so many batches, and after each epoch; after epochs alone when left out. */
  readonly saveEvery?: number | undefined;
  /** Stops the training after the batch that it is at. */
  readonly signal: AbortSignal;
  readonly breather: Breather;
  readonly observer: TrainingObserver;
}

/** Is told how the training goes. */
export interface TrainingObserver {
  /** After each batch: the images of this epoch so far, the mean loss on them, and how fast that went. */
  batch(epoch: number, images: number, loss: number, imagesPerSecond: number): void;
  /** After each epoch: the mean loss on its batches, and how the network does on the digits that are held back. */
  epoch(epoch: number, trainingLoss: number, validation: Evaluation | undefined): void;
  /** When everything that a resumed training needs can be saved. */
  save(state: () => TrainerState): void;
}

const atTheStart: Progress = {
  epochs: 0,
  batches: 0,
  lossSum: 0,
  epochImages: 0,
  images: 0,
  seconds: 0,
  waited: 0,
};

/** Trains a network; can be stopped after any batch, saved, and go on in another process to the same figures. */
export class Trainer {
  readonly history: LossHistory;
  private readonly plan: TrainingPlan;
  private readonly confusion = new ConfusionMatrix(CLASSES);
  private current: Progress = atTheStart;
  private best: (BestEpoch & { readonly parameters: Tensor }) | undefined;
  private epochStart: GeneratorState = defaultGenerator().getState();

  /** A training at its start. */
  constructor(plan: TrainingPlan) {
    this.plan = plan;
    this.history = new LossHistory(plan.trainLoader.length);
  }

  /** How far it is. */
  get progress(): Progress {
    return this.current;
  }

  /** The epoch with the lowest validation loss; undefined without validation. */
  get bestEpoch(): BestEpoch | undefined {
    if (this.best === undefined) return undefined;
    const { epoch, loss } = this.best;
    return { epoch, loss };
  }

  /**
   * Trains until the last epoch is complete, waiting any longer is in vain, or the signal asks to stop.
   *
   * @throws DivergenceError when the loss is no longer a number
   */
  async run(): Promise<void> {
    const { plan } = this;
    // From here on there is something to resume, whatever ends the process.
    if (this.current === atTheStart && !plan.signal.aborted) this.save();
    while (!this.finished && !plan.signal.aborted) {
      await this.runEpoch();
      if (this.current.batches > 0) break;
      this.save();
    }
    if (plan.signal.aborted && this.current.images > 0) this.save();
    this.history.closeStretch();
  }

  /** Whether the training ended before its last epoch, because it had waited long enough for a lower validation loss. */
  get stoppedEarly(): boolean {
    const { patience = Infinity, epochs } = this.plan;
    return this.current.waited >= patience && this.current.epochs < epochs;
  }

  /** Whether there is nothing left to train. */
  get finished(): boolean {
    return this.stoppedEarly || this.current.epochs >= this.plan.epochs;
  }

  /** Gives the network the parameters of the best epoch, when there was validation. */
  takeBest(): void {
    if (this.best !== undefined) this.plan.learner.parameters.copy(this.best.parameters);
  }

  /** A copy of all that the rest of the training depends on. */
  state(): TrainerState {
    const { plan, best } = this;
    return {
      progress: this.current,
      parameters: saveTensor(plan.learner.parameters),
      optimizer: plan.optimizer.state(),
      plateau: plan.plateau?.state() ?? null,
      history: this.history.state(),
      best: best === undefined ? null : { ...best, parameters: saveTensor(best.parameters) },
      generator: saveGenerator(defaultGenerator().getState()),
      epochStart: saveGenerator(this.epochStart),
    };
  }

  /**
   * Goes on from what {@link state} gave.
   *
   * @throws ArgumentError, ShapeError or DTypeError for a state of another training; it can not go on after that
   */
  load(state: TrainerState): this {
    const { plan } = this;
    const { length } = plan.trainLoader;
    if (state.progress.batches >= length) {
      throw new ArgumentError(`expected fewer batches than the ${length} of an epoch, got ${state.progress.batches}`);
    }
    if ((state.plateau === null) !== (plan.plateau === undefined)) {
      throw new ArgumentError("expected the state of a plateau where the schedule is one, and there alone");
    }
    const parameters = this.restoreParameters(state.parameters);
    this.best =
      state.best === null ? undefined : { ...state.best, parameters: this.restoreParameters(state.best.parameters) };
    plan.optimizer.load(state.optimizer);
    if (state.plateau !== null) plan.plateau?.load(state.plateau);
    plan.learner.parameters.copy(parameters);
    this.history.load(state.history);
    const generator = defaultGenerator();
    // The one before the other, so that both are checked.
    this.epochStart = generator.setState(restoreGenerator(state.epochStart)).getState();
    generator.setState(restoreGenerator(state.generator));
    this.current = state.progress;
    return this;
  }

  private restoreParameters(saved: SavedTensor): Tensor {
    const { parameters } = this.plan.learner;
    const restored = restoreTensor(saved);
    if (restored.dtype === parameters.dtype && restored.nElement() === parameters.nElement()) return restored;
    throw new ShapeError(
      `expected ${parameters.nElement()} parameters of ${parameters.dtype} for its network, got ${restored.nElement()} of ${restored.dtype}`,
    );
  }

  private async runEpoch(): Promise<void> {
    const { network, learner, optimizer, trainLoader, signal, breather, observer, saveEvery = Infinity } = this.plan;
    const epoch = this.current.epochs + 1;
    const done = this.current.batches;
    const { seconds: secondsBefore, epochImages: imagesBefore } = this.current;
    const start = performance.now();
    network.training();
    let batches = 0;
    for (const batch of this.orderedBatches(done)) {
      if (batches++ < done) continue;
      const loss = await learner.step(batch, optimizer);
      if (!Number.isFinite(loss)) throw new DivergenceError(diverged(epoch, loss));
      const now = this.addBatch(loss, batch.size, secondsBefore + secondsSince(start));
      const speed = (now.epochImages - imagesBefore) / (now.seconds - secondsBefore);
      observer.batch(epoch, now.epochImages, now.lossSum / now.epochImages, speed);
      await breather.breathe();
      if (batches < trainLoader.length && batches % saveEvery === 0) this.save();
      if (signal.aborted) break;
    }
    if (this.current.batches === trainLoader.length) await this.endEpoch();
  }

  /** The batches of an epoch, in the order that it began with. */
  private *orderedBatches(done: number): Iterable<Batch> {
    const generator = defaultGenerator();
    if (done === 0) {
      this.epochStart = generator.getState();
      yield* this.plan.trainLoader;
      return;
    }
    const now = generator.getState();
    generator.setState(this.epochStart);
    let batches = 0;
    for (const batch of this.plan.trainLoader) {
      if (batches++ === done - 1) generator.setState(now);
      yield batch;
    }
  }

  private addBatch(loss: number, size: number, seconds: number): Progress {
    this.history.addBatch(loss, size);
    const { current } = this;
    this.current = {
      ...current,
      batches: current.batches + 1,
      lossSum: current.lossSum + loss * size,
      epochImages: current.epochImages + size,
      images: current.images + size,
      seconds,
    };
    return this.current;
  }

  private async endEpoch(): Promise<void> {
    const { plan, current } = this;
    const epoch = current.epochs + 1;
    const validation = await this.validate();
    let { waited } = current;
    if (validation !== undefined) {
      const { loss, accuracy } = validation;
      if (!Number.isFinite(loss)) throw new DivergenceError(diverged(epoch, loss, "validation loss"));
      this.history.addValidation({ epoch, loss, accuracy });
      plan.plateau?.observe(loss);
      const better = this.best === undefined || loss < this.best.loss;
      waited = better ? 0 : waited + 1;
      if (better) this.keepBest(epoch, loss);
    }
    this.current = { ...current, epochs: epoch, batches: 0, lossSum: 0, epochImages: 0, waited };
    plan.observer.epoch(epoch, current.lossSum / current.epochImages, validation);
  }

  private keepBest(epoch: number, loss: number): void {
    const { parameters } = this.plan.learner;
    const kept = this.best?.parameters.copy(parameters) ?? parameters.clone();
    this.best = { epoch, loss, parameters: kept };
  }

  private async validate(): Promise<Evaluation | undefined> {
    const { network, validationLoader, breather } = this.plan;
    if (validationLoader === undefined) return undefined;
    return evaluate(network, validationLoader, breather, this.confusion);
  }

  private save(): void {
    this.plan.observer.save(() => this.state());
  }
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

function diverged(epoch: number, loss: number, what = "loss"): string {
  return `the ${what} became ${loss} in epoch ${epoch}: the learning rate is probably too large, try a smaller --rate`;
}
