import type { AnyCriterion, AnyModule } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";
import { describe, toTensor } from "../fixtures/tensors.ts";
import { type LuaRecord, LuaStorage, LuaTensor, type LuaValue } from "../fixtures/values.ts";
import { zeroBased, zeroBasedTensor } from "./indices.ts";
import { MappingError } from "./MappingError.ts";

/** An argument once the modules in it are built and the inputs it refers to are there. */
export type Argument = LuaValue | Tensor | BuiltModule | BuiltCriterion;

/** A module that is an argument. */
export interface BuiltModule {
  readonly module: AnyModule;
}

/** A criterion that is an argument. */
interface BuiltCriterion {
  readonly criterion: AnyCriterion;
}

/**
 * The positional arguments of a call in Lua, read as what they mean. Positions count from 0. An argument that is left
 * out, or nil, is undefined; one of another kind than asked for throws.
 */
export class LuaArguments {
  /** What messages call the function. */
  readonly name: string;
  private readonly values: readonly Argument[];
  private readonly read = new Set<number>();

  constructor(name: string, values: readonly Argument[]) {
    this.name = name;
    this.values = values;
  }

  /** How many there are. */
  get count(): number {
    return this.values.length;
  }

  /** True when there is an argument at that position. */
  has(position: number): boolean {
    return this.values[position] !== undefined && this.values[position] !== null;
  }

  /** True when the argument is a tensor. */
  isTensor(position: number): boolean {
    return this.values[position] instanceof LuaTensor || this.values[position] instanceof Tensor;
  }

  /** A number. */
  number(position: number): number {
    return this.required(position, "a number", this.optionalNumber(position));
  }

  /** A number, or none. */
  optionalNumber(position: number): number | undefined {
    return this.take(position, "a number", (value) => (typeof value === "number" ? value : undefined));
  }

  /** True or false. */
  boolean(position: number): boolean {
    return this.required(position, "true or false", this.optionalBoolean(position));
  }

  /** True, false, or none. */
  optionalBoolean(position: number): boolean | undefined {
    return this.take(position, "true or false", (value) => (typeof value === "boolean" ? value : undefined));
  }

  /** A string. */
  string(position: number): string {
    return this.required(position, "a string", this.optionalString(position));
  }

  /** A string, or none. */
  optionalString(position: number): string | undefined {
    return this.take(position, "a string", (value) => (typeof value === "string" ? value : undefined));
  }

  /** A dimension counted from 0; negative ones count from the end. */
  dimension(position: number): number {
    return this.required(position, "a dimension", this.optionalDimension(position));
  }

  /** A dimension counted from 0, or none. */
  optionalDimension(position: number): number | undefined {
    const dimension = this.optionalNumber(position);
    return dimension === undefined ? undefined : zeroBased(dimension);
  }

  /** A table of two dimensions counted from 0; negative ones count from the end. */
  dimensionPair(position: number): [first: number, second: number] {
    const pair = this.take(position, "two dimensions", (value): [number, number] | undefined => {
      const list: readonly unknown[] = Array.isArray(value) ? value : [];
      const [first, second, more] = list;
      if (typeof first !== "number" || typeof second !== "number" || more !== undefined) return undefined;
      return [zeroBased(first), zeroBased(second)];
    });
    return this.required(position, "two dimensions", pair);
  }

  /** An index counted from 0; negative ones count from the end. */
  index(position: number): number {
    return zeroBased(this.number(position));
  }

  /** A class label counted from 0, or none. Labels outside the classes keep their distance to them. */
  optionalLabel(position: number): number | undefined {
    const label = this.optionalNumber(position);
    return label === undefined ? undefined : label - 1;
  }

  /** Sizes: a storage at that position, or all numbers from there on. */
  sizes(position: number): number[] {
    const first = this.values[position];
    if (first instanceof LuaStorage) {
      this.read.add(position);
      return [...first.data];
    }
    return this.values.slice(position).map((_, i) => this.number(position + i));
  }

  /** True when the argument is a table with string keys. */
  isRecord(position: number): boolean {
    return isRecord(this.values[position]);
  }

  /** A table of numbers with string keys. */
  numbersByName(position: number): Readonly<Record<string, number>> {
    const numbers = this.take(position, "a table of numbers", (value) => {
      const entries = isRecord(value) ? [...value] : [];
      const named = entries.filter((entry): entry is [string, number] => typeof entry[1] === "number");
      return named.length > 0 && named.length === entries.length ? Object.fromEntries(named) : undefined;
    });
    return this.required(position, "a table of numbers", numbers);
  }

  /** A tensor. */
  tensor(position: number): Tensor {
    return this.required(position, "a tensor", this.optionalTensor(position));
  }

  /** A tensor, or none. */
  optionalTensor(position: number): Tensor | undefined {
    return this.take(position, "a tensor", (value) => {
      if (value instanceof LuaTensor) return toTensor(value);
      return value instanceof Tensor ? value : undefined;
    });
  }

  /** A tensor of indices counted from 0. */
  indices(position: number): Tensor {
    const indices = this.take(position, "indices", (value) => {
      if (value instanceof LuaTensor) return toTensor(zeroBasedTensor(value));
      return value instanceof Tensor ? value.to("int32").clone().add(-1) : undefined;
    });
    return this.required(position, "indices", indices);
  }

  /** A module. */
  module(position: number): AnyModule {
    const built = this.take(position, "a module", (value) => (isBuiltModule(value) ? value : undefined));
    return this.required(position, "a module", built).module;
  }

  /** A criterion. */
  criterion(position: number): AnyCriterion {
    const built = this.take(position, "a criterion", (value) => (isBuiltCriterion(value) ? value : undefined));
    return this.required(position, "a criterion", built).criterion;
  }

  /**
   * Checks that nothing was overlooked.
   *
   * @throws MappingError when an argument was never asked for
   */
  checkAllRead(): void {
    const overlooked = this.values.findIndex((_, position) => this.has(position) && !this.read.has(position));
    if (overlooked < 0) return;
    throw new MappingError(
      `${this.name}: argument ${overlooked + 1} is ${this.shown(overlooked)}, which the mapping does not know`,
    );
  }

  private take<T>(position: number, kind: string, convert: (value: Argument) => T | undefined): T | undefined {
    if (!this.has(position)) return undefined;
    this.read.add(position);
    const converted = convert(this.values[position]);
    if (converted === undefined) throw this.mismatch(position, kind);
    return converted;
  }

  private required<T>(position: number, kind: string, value: T | undefined): T {
    if (value === undefined) throw this.mismatch(position, kind);
    return value;
  }

  private mismatch(position: number, kind: string): MappingError {
    return new MappingError(
      `${this.name}: expected ${kind} as argument ${position + 1}, got ${this.shown(position)}: the mapping does not know this form`,
    );
  }

  private shown(position: number): string {
    const value = this.values[position];
    if (value instanceof Tensor) return `a ${value.dtype} tensor [${value.size().join(", ")}]`;
    if (isBuiltModule(value)) return value.module.describe();
    if (isBuiltCriterion(value)) return String(value.criterion);
    return describe(value);
  }
}

function isRecord(value: Argument | undefined): value is LuaRecord {
  return value instanceof Map;
}

function isBuiltModule(value: Argument | undefined): value is BuiltModule {
  return typeof value === "object" && value !== null && "module" in value;
}

function isBuiltCriterion(value: Argument | undefined): value is BuiltCriterion {
  return typeof value === "object" && value !== null && "criterion" in value;
}
