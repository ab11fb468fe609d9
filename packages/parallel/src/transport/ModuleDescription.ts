import type { DType, GeneratorState, TypedArrayOf } from "@rushlight/tensor";

/** A value that needs no description. */
export type Plain = string | number | boolean | bigint | null | undefined;

/**
 * A module, a criterion, or anything in a field of one, in a form that can be sent to another thread. What is one object there
 * is one object here, so that a description can be walked but not compared.
 */
export type ModuleDescription =
  | Plain
  | ElementsDescription
  | ExportedDescription
  | GeneratorDescription
  | ListDescription
  | MapDescription
  | ObjectDescription
  | SharedDescription
  | StorageDescription
  | StoredTensorDescription;

/** A typed array. */
interface ElementsDescription {
  readonly kind: "elements";
  readonly elements: object;
}

/** A function, by the name that nn exports it by. */
interface ExportedDescription {
  readonly kind: "exported";
  readonly name: string;
}

/** A source of random numbers. */
interface GeneratorDescription {
  readonly kind: "generator";
  readonly state: GeneratorState;
}

/** An array or a set. */
export interface ListDescription {
  readonly kind: "array" | "set";
  readonly items: ModuleDescription[];
}

/** A map. */
export interface MapDescription {
  readonly kind: "map";
  readonly entries: [ModuleDescription, ModuleDescription][];
}

/** An object with its own fields; `type` is what its class is exported by, null for a plain object. */
export interface ObjectDescription {
  readonly kind: "object";
  readonly type: string | null;
  readonly fields: [name: string, value: ModuleDescription][];
}

/** A storage that both threads have, by a name that they agree on. */
interface SharedDescription {
  readonly kind: "shared";
  readonly name: string;
}

/** A storage, with its elements. */
export interface StorageDescription<D extends DType = DType> {
  readonly kind: "storage";
  readonly dtype: D;
  readonly elements: TypedArrayOf<D>;
  readonly resident: boolean;
}

/** A tensor, with the storage that it is a view of. */
interface StoredTensorDescription {
  readonly kind: "tensor";
  readonly storage: ModuleDescription;
  readonly offset: number;
  readonly size: readonly number[];
  readonly stride: readonly number[];
}

/** Whether a value needs no description. */
export function isPlain(value: unknown): value is Plain {
  return value === null || !["object", "function", "symbol"].includes(typeof value);
}
