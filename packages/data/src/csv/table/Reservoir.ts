import { Generator } from "@rushlight/tensor";

/**
 * A random sample of things that come one by one, each as likely to be in it as any other: J. S. Vitter, "Random sampling with a
 * reservoir", 1985, algorithm R.
 */
export class Reservoir<T> {
  /** How many have come. */
  seen = 0;
  private readonly size: number;
  private readonly kept: { readonly order: number; readonly item: T }[] = [];
  private readonly generator: Generator;

  constructor(size: number, seed: number) {
    this.size = size;
    this.generator = new Generator(seed);
  }

  /** Takes one, or not. */
  add(item: T): void {
    const order = this.seen++;
    const place = this.kept.length < this.size ? this.kept.length : Math.floor(this.generator.uniform(0, order + 1));
    if (place < this.size) this.kept[place] = { order, item };
  }

  /** The sample, in the order that it came in. */
  items(): T[] {
    return this.kept.sort((a, b) => a.order - b.order).map(({ item }) => item);
  }
}
