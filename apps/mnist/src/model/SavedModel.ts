import { readFileSync } from "node:fs";
import { DataError } from "@rushlight/data";
import type * as nn from "@rushlight/nn";
import { restoreTensor, type SavedTensor, saveTensor } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";
import { buildNetwork } from "../networks/buildNetwork.ts";
import { isNetworkDescription, type NetworkDescription } from "../networks/NetworkDescription.ts";

const FORMAT = "rushlight-mnist-model";
const VERSION = 1;

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
  const saved = readModel(path);
  const network = buildNetwork(saved.network);
  const [parameters] = network.getParameters();
  const restored = attempt(path, () => restoreTensor(saved.parameters));
  if (restored.dtype !== parameters.dtype || restored.nElement() !== parameters.nElement()) {
    throw new DataError(
      `${path}: expected ${parameters.nElement()} parameters of ${parameters.dtype} for its network, got ${restored.nElement()} of ${restored.dtype}`,
    );
  }
  parameters.copy(restored);
  network.evaluate();
  return { description: saved.network, network };
}

function readModel(path: string): SavedModel {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    const reason =
      cause instanceof Error && "code" in cause && cause.code === "ENOENT" ? "there is none" : String(cause);
    throw new DataError(`${path}: expected a model that train saved, but ${reason}; train one first`, { cause });
  }
  const value = attempt(path, (): unknown => JSON.parse(text));
  if (isSavedModel(value)) return value;
  throw new DataError(`${path}: expected a model that train saved, version ${VERSION}, got something else`);
}

function isSavedModel(value: unknown): value is SavedModel {
  if (typeof value !== "object" || value === null) return false;
  return (
    Reflect.get(value, "format") === FORMAT &&
    Reflect.get(value, "version") === VERSION &&
    isNetworkDescription(Reflect.get(value, "network"))
  );
}

function attempt<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DataError(`${path}: expected a model that train saved, got something damaged: ${reason}`, { cause });
  }
}
