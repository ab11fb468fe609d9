import type { AnyCriterion, AnyModule } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";
import { describe, toTensor } from "../fixtures/tensors.ts";
import {
  isLuaList,
  type LuaCall,
  type LuaRecord,
  LuaStorage,
  LuaTensor,
  type LuaValue,
  ModuleSpec,
} from "../fixtures/values.ts";
import { zeroBasedIndices } from "./indices.ts";
import { camelCase, invoke } from "./invoke.ts";
import { type Argument, type BuiltModule, LuaArguments } from "./LuaArguments.ts";
import { lookup } from "./lookup.ts";
import { MappingError } from "./MappingError.ts";
import { NotImplemented } from "./NotImplemented.ts";
import type { Registry } from "./rows.ts";

/** A module, and the modules that were built as its arguments. */
export interface Built {
  readonly module: AnyModule;
  readonly argumentModules: readonly AnyModule[];
}

/**
 * Builds a module as Lua did, in the same order, so that the same random numbers are drawn: the modules among its
 * arguments, itself, its children, then fields and calls.
 *
 * @throws NotImplemented for a class without a counterpart
 */
export function buildModule(spec: ModuleSpec, registry: Registry): AnyModule {
  return buildWithArguments(spec, registry).module;
}

/** {@link buildModule}, also giving the modules among the arguments. */
export function buildWithArguments(spec: ModuleSpec, registry: Registry): Built {
  const row = lookup(registry.modules, spec.class);
  if (row === undefined) throw new NotImplemented(spec.class);
  const built = buildArguments(spec, registry);
  const args = new LuaArguments(spec.class, built);
  const module = row.create(args);
  args.checkAllRead();
  for (const child of spec.children) addChild(module, buildModule(child, registry), child.weight);
  for (const [name, value] of spec.config) setField(module, name, value, row.config?.[name]);
  for (const call of spec.calls) makeCall(module, call, spec, row.calls?.[call.name]);
  return { module, argumentModules: built.filter(isBuiltModule).map((argument) => argument.module) };
}

/**
 * Builds a criterion; as {@link buildModule}.
 *
 * @throws NotImplemented for a class without a counterpart
 */
export function buildCriterion(spec: ModuleSpec, registry: Registry): AnyCriterion {
  const row = lookup(registry.criterions, spec.class);
  if (row === undefined) throw new NotImplemented(spec.class);
  const args = new LuaArguments(spec.class, buildArguments(spec, registry));
  const criterion = row.create(args);
  args.checkAllRead();
  for (const child of spec.children) addChild(criterion, buildCriterion(child, registry), child.weight);
  for (const [name, value] of spec.config) setField(criterion, name, value);
  for (const call of spec.calls) makeCall(criterion, call, spec);
  return criterion;
}

function buildArguments(spec: ModuleSpec, registry: Registry): Argument[] {
  return spec.args.map((argument) => {
    if (!(argument instanceof ModuleSpec)) return argument;
    if (lookup(registry.criterions, argument.class) !== undefined)
      return { criterion: buildCriterion(argument, registry) };
    return { module: buildModule(argument, registry) };
  });
}

function isBuiltModule(argument: Argument): argument is BuiltModule {
  return typeof argument === "object" && argument !== null && "module" in argument;
}

function addChild(parent: object, child: object, weight: number | undefined): void {
  invoke(parent, "add", weight === undefined ? [child] : [child, weight]);
}

function setField<Target extends object>(
  target: Target,
  name: string,
  value: LuaValue,
  set?: (target: Target, value: LuaValue) => void,
): void {
  if (set !== undefined) {
    set(target, value);
    return;
  }
  const field = camelCase(name);
  if (!(field in target)) throw new MappingError(`${target.constructor.name} has no field ${field}`);
  const existing: unknown = Reflect.get(target, field);
  if (value instanceof LuaTensor) {
    if (!(existing instanceof Tensor)) throw new MappingError(`${target.constructor.name}.${field} is no tensor`);
    existing.copy(toTensor(value));
  } else if (value !== null && typeof value === "object") {
    throw new MappingError(`${target.constructor.name}.${field}: the mapping can not set it to ${describe(value)}`);
  } else if (!Reflect.set(target, field, value)) {
    throw new MappingError(`${target.constructor.name}.${field} can not be set`);
  }
}

function makeCall<Target extends object>(
  target: Target,
  call: LuaCall,
  spec: ModuleSpec,
  make?: (target: Target, args: LuaArguments) => void,
): void {
  const name = camelCase(call.name);
  if (make === undefined) {
    invoke(target, name, call.args.map(plain));
    return;
  }
  const args = new LuaArguments(`${spec.class}.${call.name}`, call.args);
  make(target, args);
  args.checkAllRead();
}

/** An argument of a method, or a field, with indices counted from 0 and sizes as an array. */
function plain(value: LuaValue): unknown {
  const mapped = zeroBasedIndices(value);
  if (mapped === null) return undefined;
  if (mapped instanceof LuaTensor) return toTensor(mapped);
  if (mapped instanceof LuaStorage) return mapped.data;
  if (mapped instanceof Map) return plainFields(mapped);
  return isLuaList(mapped) ? mapped.map(plain) : mapped;
}

/** The fields a recorded table stands for, in tables inside of it too, with tensors in place of recorded ones. */
export function plainFields(record: LuaRecord): Record<string, unknown> {
  return Object.fromEntries([...record].map(([name, value]) => [name, plain(value)]));
}
