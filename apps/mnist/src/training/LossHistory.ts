/** A loss at some point of the training. */
export interface LossPoint {
  /** How many times the training set was gone through until then: 1.5 is the middle of the second epoch. */
  readonly epoch: number;
  readonly loss: number;
}

/** How the network did on the digits that were held back, after an epoch. */
export interface ValidationPoint extends LossPoint {
  /** In percent. */
  readonly accuracy: number;
}

/** What a {@link LossHistory} holds, as plain data. */
export interface LossHistoryState {
  readonly training: readonly LossPoint[];
  readonly validation: readonly ValidationPoint[];
  readonly batches: number;
  readonly sum: number;
  readonly weight: number;
}

/** The losses of a run, for a curve: on the batches it learned from, averaged over a stretch, and on those held back. */
export class LossHistory {
  readonly training: LossPoint[] = [];
  readonly validation: ValidationPoint[] = [];
  /** How many batches a point of {@link training} is the mean of. */
  readonly stretch: number;
  private readonly batchesPerEpoch: number;
  private batches = 0;
  private sum = 0;
  private weight = 0;

  /** @param pointsPerEpoch how many stretches of batches the curve shows for each epoch, at most */
  constructor(batchesPerEpoch: number, pointsPerEpoch = 20) {
    this.batchesPerEpoch = batchesPerEpoch;
    this.stretch = Math.ceil(batchesPerEpoch / pointsPerEpoch);
  }

  /** Adds the mean loss of a batch of `size` samples. */
  addBatch(loss: number, size: number): void {
    this.sum += loss * size;
    this.weight += size;
    this.batches++;
    if (this.batches % this.stretch === 0) this.closeStretch();
  }

  /** Adds how the network does after an epoch. */
  addValidation(point: ValidationPoint): void {
    this.validation.push(point);
  }

  /** Ends a stretch before it is full, so that the last batches show. */
  closeStretch(): void {
    if (this.weight === 0) return;
    this.training.push({ epoch: this.batches / this.batchesPerEpoch, loss: this.sum / this.weight });
    this.sum = 0;
    this.weight = 0;
  }

  /** A copy of what it holds. */
  state(): LossHistoryState {
    const { batches, sum, weight } = this;
    return { training: [...this.training], validation: [...this.validation], batches, sum, weight };
  }

  /** Goes on from what {@link state} gave. */
  load({ training, validation, batches, sum, weight }: LossHistoryState): this {
    this.training.splice(0, Infinity, ...training);
    this.validation.splice(0, Infinity, ...validation);
    this.batches = batches;
    this.sum = sum;
    this.weight = weight;
    return this;
  }
}
