import type { AnyModule } from "@rushlight/module";
import { ArgumentError, Tensor } from "@rushlight/tensor";
import { type TensorDescription, tensorAt } from "../sharing/TensorDescription.ts";
import { BatchBuffers, describeShared } from "./BatchBuffers.ts";

/** The statistics of a model, and of it after each slice of a batch. */
export class SliceStatistics {
  private readonly owner: string;
  private readonly model: AnyModule;
  private readonly before: BatchBuffers;
  private readonly learned: Tensor[][] = [];

  constructor(owner: string, model: AnyModule) {
    this.owner = owner;
    this.model = model;
    this.before = new BatchBuffers(owner);
  }

  /**
   * Where those of the model lie.
   *
   * @throws ArgumentError for statistics that are no floats
   * @throws SharedMemoryError when there is no room for them
   */
  describe(): readonly TensorDescription[] {
    const statistics = this.model.statistics();
    const other = statistics.find((statistic) => !statistic.isFloat());
    if (other === undefined) return this.before.describeAll(statistics);
    throw new ArgumentError(`${this.owner}: expected float tensors as statistics, got ${other.dtype}`);
  }

  /** Gives the model what threads have written where {@link describe} said. */
  takeBack(descriptions: readonly TensorDescription[]): void {
    for (const [i, statistic] of this.model.statistics().entries()) statistic.copy(tensorAt(descriptions[i]));
  }

  /**
   * Where those that so many slices leave are to go, for each slice.
   *
   * @throws SharedMemoryError when there is no room for them
   */
  describeLearned(count: number): readonly (readonly TensorDescription[])[] {
    const statistics = this.model.statistics();
    return Array.from({ length: count }, (_, slice) => {
      this.learned[slice] ??= [];
      return statistics.map((statistic, i) => {
        const existing = this.learned[slice].at(i);
        const room =
          existing?.isSameSizeAs(statistic) === true
            ? existing
            : new Tensor(statistic.size(), { dtype: statistic.dtype, resident: true });
        const description = describeShared(this.owner, room);
        this.learned[slice][i] = room;
        return description;
      });
    });
  }

  /**
   * Gives the model what the slices have learned: s ← s + Σ share·(sᵢ − s), in the order of slices, so that what no slice has
   * changed stays as it is.
   *
   * @param shares what part of the samples each slice has
   */
  join(shares: readonly number[]): void {
    for (const [i, statistic] of this.model.statistics().entries()) {
      const first = this.learned[0][i];
      if (shares.length > 1) {
        first.add(-1, statistic).mul(shares[0]);
        for (let slice = 1; slice < shares.length; slice++) {
          first.add(shares[slice], this.learned[slice][i].add(-1, statistic));
        }
        first.add(statistic);
      }
      statistic.copy(first);
    }
  }
}
