import { DataError } from "@rushlight/data";
import type * as nn from "@rushlight/nn";
import { restoreTensor, type SavedTensor, saveTensor } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";
import { hasFields, record } from "../checkpoint/fields.ts";
import { readSaved, restored } from "../checkpoint/readSaved.ts";
import { buildNetwork } from "../networks/buildNetwork.ts";
import { isNetworkDescription, type NetworkDescription } from "../networks/NetworkDescription.ts";

const FORMAT = "rushlight-mnist-model";
const VERSION = 1;
const WHAT = "a model that train saved";

/** A network as a file holds it. */
interface SavedModel {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly network: NetworkDescription;
  /** All parameters as one vector, in the order of `getParameters()`. */
  readonly parameters: SavedTensor;
}

/** A network that came out of a file. */
export interface LoadedModel {
  readonly description: NetworkDescription;
  /** In evaluation mode. */
  readonly network: nn.Sequential;
}

/** A network as text. */
export function encodeModel(network: NetworkDescription, parameters: Tensor): string {
  const saved: SavedModel = { format: FORMAT, version: VERSION, network, parameters: saveTensor(parameters) };
  return `${JSON.stringify(saved)}\n`;
}

/**
 * The network in a file that {@link encodeModel} made.
 *
 * @throws DataError for a file that is not there, or has something else in it
 */
export function loadModel(path: string): LoadedModel {
  const saved = readSaved(path, { what: WHAT, advice: "train one first", is: isSavedModel });
  const network = buildNetwork(saved.network);
  const [parameters] = network.getParameters();
  const read = restored(path, WHAT, () => restoreTensor(saved.parameters));
  if (read.dtype !== parameters.dtype || read.nElement() !== parameters.nElement()) {
    throw new DataError(
      `${path}: expected ${parameters.nElement()} parameters of ${parameters.dtype} for its network, got ${read.nElement()} of ${read.dtype}`,
    );
  }
  parameters.copy(read);
  network.evaluate();
  return { description: saved.network, network };
}

function isSavedModel(value: unknown): value is SavedModel {
  return hasFields(value, {
    format: (format) => format === FORMAT,
    version: (version) => version === VERSION,
    network: isNetworkDescription,
    parameters: record,
  });
}
