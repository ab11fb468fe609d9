import {
  ArgumentError,
  checkOptions,
  defaultGenerator,
  formatSize,
  type Generator,
  ShapeError,
  type Size,
  type Tensor,
} from "@rushlight/tensor";
import { FractionalWindows } from "../windows/FractionalWindows.ts";
import { GivenMaxPooling } from "./GivenMaxPooling.ts";

/** Options of fractional max pooling. */
export interface FractionalMaxPoolingOptions {
  /** Where the random numbers come from; the default generator when left out. */
  readonly generator?: Generator;
}

const optionNames: readonly (keyof FractionalMaxPoolingOptions)[] = ["generator"];

/** Max pooling over windows that are placed at random, for each plane of each sample. */
export abstract class FractionalMaxPooling extends GivenMaxPooling {
  /** Whether windows stay where they are while batches have as many samples; set by {@link fixPoolingRegions}. */
  fixedRegions = false;
  private readonly fractional: FractionalWindows;
  private readonly generator: Generator | undefined;
  private draws = new Float64Array();
  private drawnFor: Size = [];

  /**
   * @param pool the extents of windows, outermost first
   * @param targets the extents of the output, or their ratios to those of the input
   * @throws ArgumentError for windows below 2, for targets that are neither whole numbers from 1 nor all in (0, 1), and for
   * options that do not exist
   */
  constructor(name: string, pool: Size, targets: Size, options: FractionalMaxPoolingOptions) {
    checkOptions(name, options, optionNames);
    checkTargets(name, pool, targets);
    const windows = new FractionalWindows(pool, targets);
    super(windows);
    this.fractional = windows;
    this.generator = options.generator;
  }

  /**
   * Leaves windows where they are from one forward to the next; `fixPoolingRegions(false)` draws them anew again each time, as
   * at first. A batch of another size, or with other planes, has windows drawn for it.
   */
  fixPoolingRegions(fixed = true): this {
    this.fixedRegions = fixed;
    return this;
  }

  /** @throws ShapeError also for an input in which windows have no room to move */
  protected override fitTo(input: Tensor): void {
    super.fitTo(input);
    const { fractional } = this;
    if (fractional.haveRoom()) return;
    const least = fractional.outputExtents().map((extent, d) => extent + fractional.sizes[d]);
    throw new ShapeError(
      `${this.describe()}: expected planes of at least ${formatSize(least)} for an output of ${formatSize(fractional.outputExtents())}, got ${formatSize(input.size())}`,
    );
  }

  protected override placeWindows(input: Tensor): void {
    const samples = this.samplesOf(input);
    const channels = this.channelsOf(input);
    const planes = samples * channels;
    const { drawnFor, fractional } = this;
    if (!this.fixedRegions || drawnFor[0] !== samples || drawnFor[1] !== channels) {
      const count = planes * fractional.dimensions;
      if (this.draws.length !== count) this.draws = new Float64Array(count);
      const generator = this.generator ?? defaultGenerator();
      for (let i = 0; i < count; i++) this.draws[i] = generator.uniform();
      this.drawnFor = [samples, channels];
    }
    fractional.place(planes, this.draws);
  }
}

function checkTargets(name: string, pool: Size, targets: Size): void {
  if (!pool.every((each) => Number.isInteger(each) && each >= 2)) {
    throw new ArgumentError(
      `${name}: expected windows of whole numbers from 2, got ${pool.toReversed().map(String).join("x")}`,
    );
  }
  if (targets.every((each) => Number.isInteger(each) && each >= 1) || targets.every((each) => each > 0 && each < 1))
    return;
  throw new ArgumentError(
    `${name}: expected an output of whole numbers from 1, or ratios between 0 and 1, got ${targets.toReversed().map(String).join("x")}`,
  );
}
