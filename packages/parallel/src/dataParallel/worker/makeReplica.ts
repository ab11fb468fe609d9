import { type AnyCriterion, type AnyModule, Criterion, Module } from "@rushlight/module";
import { defaultGenerator, formatSize, ShapeError, setDefaultDtype, shown, type Tensor } from "@rushlight/tensor";
import { tensorAt } from "../../sharing/TensorDescription.ts";
import { FileFailure } from "../../sharing/worker/FileFailure.ts";
import { callDefault } from "../../sharing/worker/importDefault.ts";
import { rebuildModule } from "../../transport/rebuildModule.ts";
import type { Place, ReplicaRecipe } from "../messages.ts";
import { Replica } from "./Replica.ts";

/** A model and a criterion. */
export interface ModelAndCriterion {
  readonly model: AnyModule;
  readonly criterion: AnyCriterion;
}

/**
 * Makes a replica of a master.
 *
 * @throws FileFailure when the file that makes it fails
 * @throws ShapeError when it gives another model
 */
export async function makeReplica(recipe: ReplicaRecipe): Promise<Replica> {
  setDefaultDtype(recipe.dtype);
  const parameters = tensorAt(recipe.parameters);
  const { model, criterion } = await subjectsOf(recipe, parameters, tensorAt(recipe.gradients));
  const places = [recipe.parameterPlaces, recipe.gradientPlaces];
  const lists = model.parameters();
  for (const [i, tensors] of lists.entries()) checkPlaces(tensors, places[i]);
  for (const [i, { offset, size, stride }] of recipe.parameterPlaces.entries()) {
    lists[0][i].set(parameters.storage(), parameters.storageOffset() + offset, size, stride);
  }
  return new Replica(model, criterion, parameters, recipe.gradientPlaces);
}

/**
 * Calls the default export of a file.
 *
 * @throws FileFailure when it fails, or gives no model and criterion
 */
export async function callFactory(file: string, data: unknown): Promise<ModelAndCriterion> {
  const made = await callDefault(file, data);
  if (isModelAndCriterion(made)) return made;
  throw new FileFailure(`${file}: expected a function that gives { model, criterion }, got ${shown(made)}`);
}

async function subjectsOf(
  { source, dtype }: ReplicaRecipe,
  parameters: Tensor,
  gradients: Tensor,
): Promise<ModelAndCriterion> {
  if (source.kind === "factory") {
    defaultGenerator().setState(source.generator);
    return callFactory(source.file, source.data);
  }
  const shared = { parameters: parameters.storage(), gradients: gradients.storage() };
  const made = { model: rebuildModule(source.model, shared), criterion: rebuildModule(source.criterion, shared) };
  if (!isModelAndCriterion(made)) throw new TypeError(`expected the description of a ${dtype} model and a criterion`);
  // Nobody asks for the gradient with respect to the batch.
  made.model.needsGradInput = false;
  return made;
}

function isModelAndCriterion(made: unknown): made is ModelAndCriterion {
  return (
    typeof made === "object" &&
    made !== null &&
    "model" in made &&
    made.model instanceof Module &&
    "criterion" in made &&
    made.criterion instanceof Criterion
  );
}

function checkPlaces(tensors: readonly Tensor[], places: readonly Place[]): void {
  const same =
    tensors.length === places.length && tensors.every((tensor, i) => String(tensor.size()) === String(places[i].size));
  if (same) return;
  const shownSizes = (sizes: readonly { readonly size: readonly number[] }[]): string =>
    sizes.map(({ size }) => formatSize(size)).join(" ");
  const came = tensors.map((tensor) => ({ size: tensor.size() }));
  throw new ShapeError(`expected a model with parameters ${shownSizes(places)}, got ${shownSizes(came)}`);
}
