import { type AnyCriterion, type AnyModule, Criterion, deepClone, emptied, Module } from "@rushlight/module";
import { IndexLinear, LookupTable } from "@rushlight/nn";
import { ArgumentError, defaultDtype, type Storage, shown, Tensor } from "@rushlight/tensor";
import { serializeSetup } from "../sharing/serializeSetup.ts";
import { describeTensor } from "../sharing/TensorDescription.ts";
import { describeModule } from "../transport/describeModule.ts";
import { describeShared } from "./BatchBuffers.ts";
import type { FactorySource, Place, ReplicaRecipe, ReplicaSource } from "./messages.ts";

/** The model that replicas are made like, with its flat vectors in shared memory. */
export class Master {
  readonly model: AnyModule;
  readonly criterion: AnyCriterion;
  readonly parameters: Tensor;
  readonly gradients: Tensor;
  private readonly owner: string;
  private readonly count: number;
  private readonly factory: FactorySource | undefined;

  /**
   * @param factory the file that replicas are made with; the model itself is sent when left out
   * @throws ArgumentError for what is no model or no criterion, or one that can not be sent or computed in parts
   * @throws SharedMemoryError when there is no room for the flat vectors
   */
  constructor(owner: string, model: AnyModule, criterion: AnyCriterion, factory: FactorySource | undefined) {
    this.owner = owner;
    this.model = model;
    this.criterion = criterion;
    this.factory = factory;
    checkSubjects(owner, model, criterion);
    // Before anything moves.
    if (factory !== undefined) serializeSetup(owner, factory);
    this.sourceWith(new Map(model.parameters().flatMap((list) => list.map((tensor) => [tensor.storage(), ""]))));
    const [parameters, gradients] = model.getParameters();
    if (parameters.nElement() === 0) throw new ArgumentError(`${owner}: expected a model with parameters, got none`);
    const [places, gradientPlaces] = this.places([parameters, gradients]);
    this.count = places.length;
    const shared = [parameters, gradients].map((vector) => sharedVector(owner, vector));
    [this.parameters, this.gradients] = shared;
    for (const [list, tensors] of model.parameters().entries()) {
      for (const [i, { offset, size, stride }] of [places, gradientPlaces][list].entries()) {
        const vector = shared[list];
        tensors[i].set(vector.storage(), vector.storageOffset() + offset, size, stride);
      }
    }
  }

  /**
   * How replicas are made now, in memory that threads share.
   *
   * @throws ArgumentError for a model that has other parameters by now
   */
  recipe(): SharedArrayBuffer {
    this.checkParameters();
    const [parameterPlaces, gradientPlaces] = this.places([this.parameters, this.gradients]);
    const recipe: ReplicaRecipe = {
      dtype: defaultDtype(),
      source: this.sourceWith(
        new Map([
          [this.parameters.storage(), "parameters"],
          [this.gradients.storage(), "gradients"],
        ]),
      ),
      parameters: describeShared(this.owner, this.parameters),
      gradients: describeShared(this.owner, this.gradients),
      parameterPlaces,
      gradientPlaces,
    };
    return serializeSetup(this.owner, recipe);
  }

  /** @throws ArgumentError when the parameters of the model are no longer views of the flat vector */
  checkParameters(): void {
    const vectors = [this.parameters.storage(), this.gradients.storage()];
    const inPlace = this.model
      .parameters()
      .every((list, i) => list.length === this.count && list.every((tensor) => tensor.storage() === vectors[i]));
    if (inPlace) return;
    throw new ArgumentError(
      `${this.owner}: expected the parameters that the model had, got others; make a new one after type, share and the like`,
    );
  }

  private sourceWith(shared: ReadonlyMap<Storage, string>): ReplicaSource {
    if (this.factory !== undefined) return this.factory;
    // A copy lets go of what is computed anew. It has the shared storages in common with the model.
    const copies = new Map<object, object>([...shared.keys()].map((storage) => [storage, storage]));
    const model = deepClone(this.model, copies);
    letGo(model);
    return {
      kind: "modules",
      model: describeModule(this.owner, model, shared),
      criterion: describeModule(this.owner, this.criterion, shared),
    };
  }

  private places(vectors: readonly [Tensor, Tensor]): readonly [Place[], Place[]] {
    const [parameters, gradients] = this.model.parameters();
    return [placesIn(vectors[0], parameters), placesIn(vectors[1], gradients)];
  }
}

/** Lets go of what is computed anew, but not of modules, as a MapTable would: those have statistics. */
function letGo(model: AnyModule): void {
  for (const module of model.listModules()) {
    if (module.children().length === 0) module.clearState();
    module.output = emptied(module.output);
    module.gradInput = emptied(module.gradInput);
  }
}

function placesIn(vector: Tensor, tensors: readonly Tensor[]): Place[] {
  return tensors.map((tensor) => ({
    offset: tensor.storageOffset() - vector.storageOffset(),
    size: [...tensor.size()],
    stride: [...tensor.stride()],
  }));
}

/** The vector itself when threads share its memory; else a copy where they do. */
function sharedVector(owner: string, vector: Tensor): Tensor {
  if (describeTensor(vector) !== undefined) return vector;
  const shared = new Tensor(vector.size(), { dtype: vector.dtype, resident: true }).copy(vector);
  describeShared(owner, shared);
  return shared;
}

function checkSubjects(owner: string, model: unknown, criterion: unknown): void {
  if (!(model instanceof Module)) throw new ArgumentError(`${owner}: expected a module, got ${shown(model)}`);
  if (!(criterion instanceof Criterion))
    throw new ArgumentError(`${owner}: expected a criterion, got ${shown(criterion)}`);
  for (const module of model.listModules()) {
    const limited = module instanceof LookupTable && module.maxNorm !== undefined;
    if (!limited && !(module instanceof IndexLinear && module.normalize)) continue;
    throw new ArgumentError(
      `${owner}: expected modules whose forward leaves parameters as they are, got ${module.describe()} with ${limited ? "maxNorm" : "normalize"}: threads would change them at once`,
    );
  }
}
