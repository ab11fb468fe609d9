import { type DType, Generator, Storage, Tensor } from "@rushlight/tensor";
import { exportedAs } from "./exported.ts";
import type { ModuleDescription, ObjectDescription, StorageDescription } from "./ModuleDescription.ts";

/**
 * Makes what another thread has described: a module or a criterion.
 *
 * @param shared the storages that both threads have, by the names that they agree on
 */
export function rebuildModule(description: ModuleDescription, shared: Readonly<Record<string, Storage>>): unknown {
  return new Builder(shared).build(description);
}

class Builder {
  private readonly shared: Readonly<Record<string, Storage>>;
  private readonly known = new Map<object, unknown>();

  constructor(shared: Readonly<Record<string, Storage>>) {
    this.shared = shared;
  }

  build(description: ModuleDescription): unknown {
    if (typeof description !== "object" || description === null) return description;
    if (this.known.has(description)) return this.known.get(description);
    switch (description.kind) {
      case "array": {
        const array = this.keep(description, [] as unknown[]);
        for (const item of description.items) array.push(this.build(item));
        return array;
      }
      case "map": {
        const map = this.keep(description, new Map<unknown, unknown>());
        for (const [key, entry] of description.entries) map.set(this.build(key), this.build(entry));
        return map;
      }
      case "set": {
        const set = this.keep(description, new Set<unknown>());
        for (const item of description.items) set.add(this.build(item));
        return set;
      }
      case "object":
        return this.buildObject(description);
      case "elements":
        return this.keep(description, description.elements);
      case "exported":
        return exportedAs(description.name);
      case "generator":
        return this.keep(description, new Generator().setState(description.state));
      case "shared":
        return this.shared[description.name];
      case "storage":
        return this.keep(description, storageOf(description));
      case "tensor": {
        const { offset, size, stride } = description;
        const storage = this.build(description.storage);
        if (!(storage instanceof Storage)) throw new TypeError("expected a tensor on a storage");
        return this.keep(description, new Tensor(storage, offset, size, stride));
      }
    }
  }

  private buildObject(description: ObjectDescription): object {
    const object = this.keep(description, blank(description.type));
    for (const [name, field] of description.fields) Reflect.set(object, name, this.build(field));
    return object;
  }

  private keep<T>(description: object, built: T): T {
    this.known.set(description, built);
    return built;
  }
}

function blank(type: string | null): object {
  if (type === null) return {};
  const exported = exportedAs(type);
  if (typeof exported !== "function") throw new TypeError(`expected @rushlight/nn to export the class ${type}`);
  const prototype: unknown = exported.prototype;
  if (typeof prototype !== "object") throw new TypeError(`expected a class by the name ${type}`);
  return Object.create(prototype) as object;
}

function storageOf({ dtype, elements, resident }: StorageDescription): Storage {
  const storage = new Storage<DType>(dtype, elements.length, { resident });
  storage.data.set(elements);
  return storage;
}
