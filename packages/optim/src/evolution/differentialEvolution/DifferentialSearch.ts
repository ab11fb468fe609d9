import { type Generator, ShapeError, type Tensor } from "@rushlight/tensor";
import { ownDoubles, type Rows, rowsLike } from "../rows.ts";
import type { Trials } from "../Trials.ts";
import type { DeConfig, DeMemory, DeState } from "./DeConfig.ts";

/** The generations of differential evolution. */
export class DifferentialSearch {
  private readonly memory: DeMemory;
  private readonly members: Rows;
  private readonly losses: Float64Array;
  private readonly lossTensor: Tensor;
  private readonly children: Rows;
  private readonly childLosses: Float64Array;

  /**
   * @param memory the population; copies take the place of its tensors
   * @param x parameters of the members' size
   */
  constructor(memory: DeMemory, x: Tensor) {
    const popsize = memory.population.size(0);
    const { data, tensor } = ownDoubles(memory.losses);
    this.memory = memory;
    this.members = rowsLike(x, popsize, ownDoubles(memory.population).data);
    this.losses = data;
    this.lossTensor = tensor;
    this.children = rowsLike(x, popsize);
    this.childLosses = new Float64Array(popsize);
    memory.population = this.members.whole;
    memory.losses = tensor;
  }

  /** Whether this is the search of a memory, for parameters of this size. */
  isFor(memory: DeMemory, x: Tensor): boolean {
    const same = memory.population === this.members.whole && memory.losses === this.lossTensor;
    return same && memory === this.memory && this.children.each[0].isSameSizeAs(x);
  }

  /**
   * One generation: a child of each member, and then the better one of each pair.
   *
   * @param losses takes the losses of the children
   */
  advance(generator: Generator, trials: Trials, config: DeConfig, losses: number[]): void {
    const { memory, members, children, childLosses } = this;
    const count = Math.min(childLosses.length, config.maxFEs - memory.evaluations);
    for (let i = 0; i < count; i++) {
      this.breed(i, generator, config);
      childLosses[i] = trials.loss(children.each[i]);
    }
    const n = members.data.length / childLosses.length;
    for (let i = 0; i < count; i++) {
      losses.push(childLosses[i]);
      if (childLosses[i] > this.losses[i]) continue;
      members.data.set(children.data.subarray(i * n, (i + 1) * n), i * n);
      this.losses[i] = childLosses[i];
      if (childLosses[i] < this.losses[memory.leader]) memory.leader = i;
    }
    memory.evaluations += count;
    memory.generations += 1;
  }

  /** Makes the child of a member: coordinates of the leader + F·(one other member − another), or those of the member. */
  private breed(i: number, generator: Generator, { scaleFactor, crossoverRate, asPublished = false }: DeConfig): void {
    const { data } = this.members;
    const child = this.children.data;
    const popsize = this.childLosses.length;
    const n = data.length / popsize;
    const plus = another(generator, popsize, i, i);
    const minus = another(generator, popsize, i, plus);
    const certain = generator.random(n);
    const lead = this.memory.leader * n;
    for (let j = 0; j < n; j++) {
      // A number is drawn for each coordinate, whether or not it decides.
      const changed = generator.uniform() < crossoverRate || certain === (asPublished ? j : i);
      child[i * n + j] = changed
        ? data[lead + j] + scaleFactor * (data[plus * n + j] - data[minus * n + j])
        : data[i * n + j];
    }
  }
}

/** A member other than two. */
function another(generator: Generator, popsize: number, first: number, second: number): number {
  for (;;) {
    const drawn = generator.random(popsize);
    if (drawn !== first && drawn !== second) return drawn;
  }
}

/**
 * Checks that what is remembered of a population goes together.
 *
 * @throws ShapeError when it does not
 */
export function checkPopulation({ population, losses, leader }: DeState, popsize: number): void {
  const members = population?.size(0);
  const led = leader !== undefined && Number.isInteger(leader) && leader >= 0 && leader < popsize;
  if (members === popsize && losses?.size(0) === popsize && led) return;
  throw new ShapeError(
    `de: expected a state of ${popsize} members, got ${members} with ${losses?.size(0)} losses, led by ${leader}`,
  );
}
