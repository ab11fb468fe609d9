import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";

declare const performance: { now(): number };

/** Options of {@link TimeMeter}. */
export interface TimeMeterOptions {
  /** Gives the time in milliseconds, from any moment on; `performance.now` when left out. */
  readonly clock?: () => number;
}

/**
 * A stop watch that knows how many units of work were done: images, batches. Torchnet's `TimeMeter`. It runs from the
 * moment that it is made.
 *
 * @example
 * ```ts
 * import { TimeMeter } from "@rushlight/optim";
 *
 * let now = 0;
 * const time = new TimeMeter({ clock: () => now });
 * now = 1500;
 * time.add(64).stop();
 * now = 9000;
 * time.resume();
 * now = 9500;
 * time.add(36);
 * console.log(time.elapsed, time.count); // 2 100
 * console.log(time.perUnit, time.perSecond); // 0.02 50
 * ```
 */
export class TimeMeter {
  private readonly clock: () => number;
  /** The milliseconds until it was last stopped. */
  private past = 0;
  /** When it began to run, while it does. */
  private since: number | undefined;
  private units = 0;

  /** @throws ArgumentError for options that do not exist, and for a clock that is no function */
  constructor(options: TimeMeterOptions = {}) {
    checkOptions("TimeMeter", options, ["clock"]);
    const { clock = () => performance.now() } = options;
    if (typeof clock !== "function") {
      throw new ArgumentError(`TimeMeter: expected a clock that is a function, got ${shown(clock)}`);
    }
    this.clock = clock;
    this.since = clock();
  }

  /**
   * Adds units that were done. Torchnet's `incUnit`.
   *
   * @throws ArgumentError unless it is a finite number from 0 up
   */
  add(units = 1): this {
    if (typeof units !== "number" || !(units >= 0 && units < Number.POSITIVE_INFINITY)) {
      throw new ArgumentError(`TimeMeter: expected a finite number of units from 0 up, got ${shown(units)}`);
    }
    this.units += units;
    return this;
  }

  /** Stops the watch, if it runs. */
  stop(): this {
    this.past = this.milliseconds();
    this.since = undefined;
    return this;
  }

  /** Lets the watch run on from where it was stopped, if it was. */
  resume(): this {
    this.since ??= this.clock();
    return this;
  }

  /** Begins anew at no time and no units. A watch that runs goes on running. */
  reset(): this {
    this.past = 0;
    this.units = 0;
    if (this.since !== undefined) this.since = this.clock();
    return this;
  }

  /** How long it ran, in seconds. */
  get elapsed(): number {
    return this.milliseconds() / 1000;
  }

  /** How many units were done. */
  get count(): number {
    return this.units;
  }

  /** Seconds for one unit, on average; NaN or infinite before the first. */
  get perUnit(): number {
    return this.elapsed / this.units;
  }

  /** Units done in one second, on average; NaN or infinite before any time has passed. */
  get perSecond(): number {
    return this.units / this.elapsed;
  }

  private milliseconds(): number {
    return this.past + (this.since === undefined ? 0 : this.clock() - this.since);
  }
}
