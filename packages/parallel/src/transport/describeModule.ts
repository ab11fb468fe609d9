import { type AnyCriterion, type AnyModule, Container } from "@rushlight/module";
import { ArgumentError, Generator, isTensor, Storage } from "@rushlight/tensor";
import { exportedName } from "./exported.ts";
import {
  isPlain,
  type ListDescription,
  type MapDescription,
  type ModuleDescription,
  type ObjectDescription,
} from "./ModuleDescription.ts";

/**
 * Describes a module or a criterion that is made of classes of nn, with all that it holds, so that another thread can
 * {@link rebuildModule} it. What shares memory inside it still will.
 *
 * @param owner what messages call the operation
 * @param shared names of storages that the other thread has too, whose elements are not described
 * @throws ArgumentError for a class that nn does not export, and for a function in a field, naming the place
 */
export function describeModule(
  owner: string,
  subject: AnyModule | AnyCriterion,
  shared: ReadonlyMap<Storage, string>,
): ModuleDescription {
  return new Describer(owner, shared).describe(subject, subject.constructor.name);
}

class Describer {
  private readonly owner: string;
  private readonly shared: ReadonlyMap<Storage, string>;
  private readonly known = new Map<object, ModuleDescription>();

  constructor(owner: string, shared: ReadonlyMap<Storage, string>) {
    this.owner = owner;
    this.shared = shared;
  }

  /** @param place where in the network the value is */
  describe(value: unknown, place: string): ModuleDescription {
    if (isPlain(value)) return value;
    if (typeof value === "function") return this.describeFunction(value, place);
    if (typeof value !== "object" || value === null) throw this.unfit(`a ${typeof value}`, place);
    return this.known.get(value) ?? this.describeObject(value, place);
  }

  private describeFunction(value: object, place: string): ModuleDescription {
    const name = exportedName(value);
    if (name !== undefined) return { kind: "exported", name };
    throw this.unfit("a function", place);
  }

  private describeObject(value: object, place: string): ModuleDescription {
    if (isStorage(value)) return this.keep(value, this.describeStorage(value));
    if (isTensor(value)) {
      const storage = this.describe(value.storage(), place);
      const [offset, size, stride] = [value.storageOffset(), [...value.size()], [...value.stride()]];
      return this.keep(value, { kind: "tensor", storage, offset, size, stride });
    }
    if (value instanceof Generator) return this.keep(value, { kind: "generator", state: value.getState() });
    if (ArrayBuffer.isView(value)) return this.keep(value, { kind: "elements", elements: structuredClone(value) });
    if (Array.isArray(value))
      return this.describeList(value, "array", (item, i) => this.describe(item, `${place}[${i}]`));
    if (value instanceof Set) return this.describeList(value, "set", (item) => this.describe(item, place));
    if (value instanceof Map) return this.describeMap(value, place);
    return this.describeFields(value, place);
  }

  private describeList<T>(
    list: Iterable<T> & object,
    kind: ListDescription["kind"],
    describe: (item: T, index: number) => ModuleDescription,
  ): ModuleDescription {
    const description: ListDescription = { kind, items: [] };
    this.known.set(list, description);
    for (const item of list) description.items.push(describe(item, description.items.length));
    return description;
  }

  private describeMap(map: ReadonlyMap<unknown, unknown>, place: string): ModuleDescription {
    const description: MapDescription = { kind: "map", entries: [] };
    this.known.set(map, description);
    for (const [key, entry] of map) {
      description.entries.push([this.describe(key, place), this.describe(entry, place)]);
    }
    return description;
  }

  private describeStorage(storage: Storage): ModuleDescription {
    const name = this.shared.get(storage);
    if (name !== undefined) return { kind: "shared", name };
    // A copy: elements that threads share can not be written to a message.
    return { kind: "storage", dtype: storage.dtype, elements: storage.data.slice(), resident: storage.resident };
  }

  private describeFields(value: object, place: string): ModuleDescription {
    const description: ObjectDescription = { kind: "object", type: this.typeOf(value, place), fields: [] };
    this.known.set(value, description);
    for (const name of Reflect.ownKeys(value)) {
      if (typeof name === "symbol") throw this.unfit("a field named by a symbol", place);
      const field =
        name === "modules" && value instanceof Container
          ? this.describeChildren(value.modules, place)
          : this.describe(Reflect.get(value, name), `${place}.${name}`);
      description.fields.push([name, field]);
    }
    return description;
  }

  /** With places as errors that come out of a network have them. */
  private describeChildren(modules: readonly AnyModule[], place: string): ModuleDescription {
    return this.describeList(modules, "array", (module, i) =>
      this.describe(module, `${place} › ${i} › ${module.constructor.name}`),
    );
  }

  private typeOf(value: object, place: string): string | null {
    const prototype = Reflect.getPrototypeOf(value);
    if (prototype === null || prototype === Object.prototype) return null;
    const name = exportedName(value.constructor);
    if (name !== undefined) return name;
    throw this.unfit(`an object of the class ${value.constructor.name}`, place);
  }

  private keep<T extends ModuleDescription>(value: object, description: T): T {
    this.known.set(value, description);
    return description;
  }

  private unfit(what: string, place: string): ArgumentError {
    return new ArgumentError(
      `${this.owner}: expected a network of what @rushlight/nn exports, got ${what} (at ${place}); give a file that makes the network instead, see DataParallel.load`,
    );
  }
}

function isStorage(value: object): value is Storage {
  return value instanceof Storage;
}
