import type { AnyCriterion, AnyModule } from "@rushlight/module";
import type { LuaList, LuaValue, ModuleSpec } from "../fixtures/values.ts";
import type { LuaArguments } from "./LuaArguments.ts";

/**
 * Turns the indices and labels in what a module or criterion takes into ours, which count from 0.
 *
 * @param spec the module or criterion, for those that pass what they take to their children
 */
type ValueMapping = (value: LuaValue, spec: ModuleSpec, registry: Registry) => LuaValue;

/** How a class of Torch7's nn maps to ours. */
export interface ModuleRow {
  /** Our module for Torch7's arguments. */
  create(args: LuaArguments): AnyModule;
  /** What it takes; by default `long` tensors hold indices, and nothing else does. */
  readonly input?: ValueMapping;
  /** The gradient with respect to what it takes; nothing is changed by default. */
  readonly gradInput?: (value: LuaValue) => LuaValue;
  /** The parameters before the first forward; as they were recorded by default. */
  readonly parameters?: (recorded: LuaList, module: AnyModule) => LuaList;
  /** Methods that have another name or other arguments here. The others are called by their own name. */
  readonly calls?: Readonly<Record<string, (module: AnyModule, args: LuaArguments) => void>>;
  /** Fields that have another name or form here. The others are set under their own name, in camel case. */
  readonly config?: Readonly<Record<string, (module: AnyModule, value: LuaValue) => void>>;
  /** For kernels that iterate until they are close enough, or compute in float32. */
  readonly tolerance?: number;
}

/** How a criterion of Torch7's nn maps to ours. */
export interface CriterionRow {
  /** Our criterion for Torch7's arguments. */
  create(args: LuaArguments): AnyCriterion;
  /** What it takes from the network; nothing is changed by default. */
  readonly input?: ValueMapping;
  /** What it compares that with; nothing is changed by default. */
  readonly target?: ValueMapping;
  /** As for modules. */
  readonly tolerance?: number;
}

/** All classes that have a counterpart, by Torch7's name. */
export interface Registry {
  readonly modules: Readonly<Record<string, ModuleRow>>;
  readonly criterions: Readonly<Record<string, CriterionRow>>;
}
