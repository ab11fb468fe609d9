import { AverageMeter } from "@rushlight/optim";

/** A loss at some point of the training. */
export interface LossPoint {
  /** How many times the training set was gone through until then: 1.5 is the middle of the second epoch. */
  readonly epoch: number;
  readonly loss: number;
}

/** The losses of a run, for a curve: on the batches it learned from, averaged over a stretch, and on the test set. */
export class LossHistory {
  readonly training: LossPoint[] = [];
  readonly test: LossPoint[] = [];
  /** How many batches a point of {@link training} is the mean of. */
  readonly stretch: number;
  private readonly batchesPerEpoch: number;
  private batches = 0;
  private readonly mean = new AverageMeter();

  /** @param pointsPerEpoch how many stretches of batches the curve shows for each epoch, at most */
  constructor(batchesPerEpoch: number, pointsPerEpoch = 20) {
    this.batchesPerEpoch = batchesPerEpoch;
    this.stretch = Math.ceil(batchesPerEpoch / pointsPerEpoch);
  }

  /** Adds the mean loss of a batch of `size` samples. */
  addBatch(loss: number, size: number): void {
    this.mean.add(loss, size);
    this.batches++;
    if (this.batches % this.stretch === 0) this.closeStretch();
  }

  /** Adds the mean loss on the test set after an epoch. */
  addTest(epoch: number, loss: number): void {
    this.test.push({ epoch, loss });
  }

  /** Ends a stretch before it is full, so that the last batches show. */
  closeStretch(): void {
    if (this.mean.count === 0) return;
    this.training.push({ epoch: this.batches / this.batchesPerEpoch, loss: this.mean.value });
    this.mean.reset();
  }
}
