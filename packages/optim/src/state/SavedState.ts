import { ArgumentError, isTensor, shown, type Tensor } from "@rushlight/tensor";
import { restoreTensor, type SavedTensor, saveTensor } from "./SavedTensor.ts";

/** A field of a saved state. */
export type SavedField = number | readonly number[] | SavedTensor | readonly SavedTensor[];

/** What an optimiser remembers, as plain data: `JSON.stringify` and `JSON.parse` keep it to the last bit. */
export type SavedState = Readonly<Record<string, SavedField>>;

/** A field of a state that lives. */
type Field = number | Tensor | readonly (number | Tensor)[];

/**
 * Copies what an optimiser remembers, such as the state object of {@link sgd}, into plain data.
 *
 * @throws ArgumentError for a field that holds something else than finite numbers and tensors
 * @example
 * ```ts
 * import { restoreState, saveState, sgd } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([1, 2]);
 * const state = {};
 * sgd((x) => [x.dot(x), x], x, { momentum: 0.9 }, state);
 * const text = JSON.stringify(saveState(state));
 * console.log(restoreState(JSON.parse(text)).evalCounter); // 1
 * ```
 */
export function saveState(state: object): SavedState {
  const fields = Object.entries(state).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields.map(([name, value]) => [name, save(name, value)]));
}

/**
 * The state that plain data was copied from, with tensors of its own.
 *
 * @throws ArgumentError for data that no state gave
 */
export function restoreState(saved: SavedState): Record<string, Field> {
  if (typeof saved !== "object" || saved === null || Array.isArray(saved)) {
    throw new ArgumentError(`restoreState: expected a saved state, got ${shown(saved)}`);
  }
  return Object.fromEntries(Object.entries(saved).map(([name, field]) => [name, restore(field)]));
}

function save(name: string, value: unknown): SavedField {
  if (isTensor(value)) return saveTensor(value);
  if (isNumber(value)) return value;
  if (Array.isArray(value) && value.every(isTensor)) return value.map(saveTensor);
  if (Array.isArray(value) && value.every(isNumber)) return value;
  throw new ArgumentError(`saveState: expected finite numbers and tensors, got ${shown(value)} as ${name}`);
}

function restore(field: SavedField): Field {
  if (isNumber(field)) return field;
  return isList(field) ? field.map((each) => (isNumber(each) ? each : restoreTensor(each))) : restoreTensor(field);
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function isList(field: SavedField): field is readonly number[] | readonly SavedTensor[] {
  return Array.isArray(field);
}
