import type { AnyCriterion, AnyModule } from "@rushlight/module";
import { type Generator, manualSeed, ShapeError, type Tensor } from "@rushlight/tensor";
import { mixedSeed } from "../../sharing/mixedSeed.ts";
import { type TensorDescription, tensorAt } from "../../sharing/TensorDescription.ts";
import type { Place, ReplicaState } from "../messages.ts";
import { isEvaluating, type Modes, switchModes } from "../modes.ts";
import { generatorsIn } from "./generatorsIn.ts";

/** A model like the master, on the same parameters, and its criterion. */
export class Replica {
  readonly model: AnyModule;
  readonly criterion: AnyCriterion;
  /** The flat vector of the master. */
  readonly parameters: Tensor;
  private readonly gradientPlaces: readonly Place[];
  private modules = 0;
  private generators: readonly Generator[] = [];
  private call = -1;

  constructor(model: AnyModule, criterion: AnyCriterion, parameters: Tensor, gradientPlaces: readonly Place[]) {
    this.model = model;
    this.criterion = criterion;
    this.parameters = parameters;
    this.gradientPlaces = gradientPlaces;
  }

  /** Begins a task in modes of the master. */
  begin(state: ReplicaState, modes: Modes): void {
    // What modules compute once for all evaluation is computed when they are switched to it, and parameters have moved since.
    if (isEvaluating(modes)) this.model.training();
    switchModes(this.model, modes);
    this.start(state);
  }

  /**
   * Begins a task in evaluation mode.
   *
   * @param call the call that it is part of: parameters stay from one task of a call to the next
   */
  beginEvaluation(state: ReplicaState, call: number): void {
    // As in begin, but once for all tasks of a call.
    if (call !== this.call) this.model.training();
    if (this.model.train) this.model.evaluate();
    this.call = call;
    this.start(state);
  }

  /** Lets the gradients be views of a flat vector. */
  useGradients(description: TensorDescription): Tensor {
    const vector = tensorAt(description);
    const gradients = this.model.parameters()[1];
    for (const [i, { offset, size, stride }] of this.gradientPlaces.entries()) {
      gradients[i].set(vector.storage(), vector.storageOffset() + offset, size, stride);
    }
    return vector.zero();
  }

  /** Leaves the statistics where they are to go. */
  leaveStatistics(descriptions: readonly TensorDescription[]): void {
    const statistics = this.statistics(descriptions);
    for (const [i, description] of descriptions.entries()) tensorAt(description).copy(statistics[i]);
  }

  /** Everything that a task depends on is as the master has it, whatever this worker has done before. */
  private start({ statistics, seed }: ReplicaState): void {
    const own = this.statistics(statistics);
    for (const [i, description] of statistics.entries()) own[i].copy(tensorAt(description));
    manualSeed(seed);
    for (const [i, generator] of this.ownGenerators().entries()) generator.manualSeed(mixedSeed(seed, 1, i));
  }

  private statistics(expected: readonly TensorDescription[]): readonly Tensor[] {
    const own = this.model.statistics();
    if (own.length === expected.length) return own;
    throw new ShapeError(
      `expected as many statistics as the model has, ${expected.length}, got ${own.length}; resize a MapTable in it, then call refresh`,
    );
  }

  private ownGenerators(): readonly Generator[] {
    // Modules may come with a forward, as those of a MapTable do.
    const modules = this.model.listModules().length;
    if (modules !== this.modules) this.generators = generatorsIn(this.model);
    this.modules = modules;
    return this.generators;
  }
}
