import {
  type Activation,
  type AnyModule,
  deepClone,
  type InputOf,
  type OutputOf,
  type ParameterLists,
  type Table,
  type TypeFunction,
} from "@rushlight/module";
import { ArgumentError, checkOptions, type Tensor } from "@rushlight/tensor";
import { checkTable } from "../checks/tables.ts";
import { known } from "../typing/known.ts";
import { TableBranches } from "./TableBranches.ts";
import type { MappedInput, MappedOutput } from "./types.ts";

/** Options of {@link MapTable}. */
export interface MapTableOptions {
  /** Whether all copies have the same parameters; true when left out. */
  readonly shared?: boolean;
}

const optionNames: readonly (keyof MapTableOptions)[] = ["shared"];

interface MapType<M extends AnyModule> extends TypeFunction {
  readonly takes: MappedInput<M, this["given"]>;
  readonly gives: MappedOutput<M, this["given"]>;
}

/**
 * One module on each member of a table: yᵢ = m(xᵢ), dxᵢ = the input gradient of m. Torch's `nn.MapTable`.
 *
 * The first member goes to the module itself, the others to copies, which are made when a table is longer than all
 * before. All have the same parameters, which count once, and gradients add up; with `shared: false` copies have
 * parameters of their own, that begin as those of the module are then.
 *
 * @typeParam M the module
 * @example
 * ```ts
 * import { MapTable } from "@rushlight/containers";
 * import { Linear } from "@rushlight/layers";
 * import { ones } from "@rushlight/tensor";
 *
 * const net = new MapTable(new Linear(4, 3));
 * const [a, b] = net.forward([ones(4), ones(2, 4)]);
 * console.log(a.size(), b.size()); // [ 3 ] [ 2, 3 ]
 * console.log(net.size(), net.parameters()[0].length); // 2 2
 * ```
 */
export class MapTable<M extends AnyModule = AnyModule> extends TableBranches<
  readonly InputOf<M>[],
  readonly OutputOf<M>[]
> {
  declare readonly typeFunction?: MapType<M>;
  override gradInput: readonly InputOf<M>[] = [];
  private readonly sharesParameters: boolean;

  /**
   * @param module what to apply; it can be {@link add}ed later
   * @throws ArgumentError for options that do not exist
   */
  constructor(module?: M, options: MapTableOptions = {}) {
    super();
    checkOptions("MapTable", options, optionNames);
    this.sharesParameters = options.shared ?? true;
    if (module !== undefined) this.modules.push(module);
  }

  /**
   * Sets the module.
   *
   * @throws ArgumentError when there is one already
   */
  add<N extends AnyModule>(module: N): MapTable<N>;
  add(module: AnyModule): TableBranches<Table, Table> {
    if (this.modules.length > 0) {
      throw new ArgumentError(`MapTable: expected one module, got ${module.describe()} as a second`);
    }
    this.modules.push(module);
    return this;
  }

  /**
   * Makes copies until there are `count` modules, or drops those beyond.
   *
   * @throws ArgumentError without a module, or for a count that is not whole and at least 1
   */
  resize(count: number): this {
    if (!Number.isInteger(count) || count < 1) {
      throw new ArgumentError(`MapTable.resize: expected a whole count of at least 1, got ${count}`);
    }
    this.extend(count);
    this.modules.length = count;
    return this;
  }

  override forward<const Given extends readonly InputOf<M>[]>(input: Given): MappedOutput<M, Given>;
  override forward(input: readonly InputOf<M>[]): readonly OutputOf<M>[] {
    return super.forward(input);
  }

  override parameters(): ParameterLists {
    return this.sharesParameters && this.modules.length > 0 ? this.modules[0].parameters() : super.parameters();
  }

  override zeroGradParameters(): void {
    for (const gradient of this.parameters()[1]) gradient.zero();
  }

  override accUpdateGradParameters(
    input: readonly InputOf<M>[],
    gradOutput: readonly OutputOf<M>[],
    learningRate: number,
  ): void {
    if (this.sharesParameters) this.sharedAccUpdateGradParameters(input, gradOutput, learningRate);
    else super.accUpdateGradParameters(input, gradOutput, learningRate);
  }

  override reset(standardDeviation?: number): this {
    if (!this.sharesParameters) return super.reset(standardDeviation);
    this.modules[0]?.reset(standardDeviation);
    return this;
  }

  override share(other: AnyModule, ...names: readonly string[]): this {
    if (isMapTable(other) && this.modules.length > 0 && other.modules.length > 0) {
      const count = Math.max(this.size(), other.size());
      this.extend(count);
      other.extend(count);
    }
    return super.share(other, ...names);
  }

  override replace(substitute: (module: AnyModule) => AnyModule): AnyModule {
    this.dropCopies();
    return super.replace(substitute);
  }

  override clearState(): this {
    this.dropCopies();
    return super.clearState();
  }

  override toString(): string {
    const [module] = this.modules;
    const inner = module === undefined ? " " : `\n  ${String(module).replaceAll("\n", "\n        ")}\n`;
    return `nn.MapTable {${inner}}`;
  }

  protected override inputsOf(input: readonly InputOf<M>[]): Table {
    const members = checkTable(this, "input", input);
    this.extend(members.length);
    return members;
  }

  protected override gathered(count: number, gradientOf: (index: number) => Activation): readonly InputOf<M>[] {
    return known(Array.from({ length: count }, (_, i) => gradientOf(i)));
  }

  private extend(count: number): void {
    const [module] = this.modules;
    if (module === undefined) throw new ArgumentError("MapTable: expected a module, got none");
    while (this.modules.length < count) {
      this.modules.push(this.sharesParameters ? cloneOf(module, module.parameters().flat()) : module.clone());
    }
  }

  /** Copies that share parameters have nothing of their own: they are made again when they are needed. */
  private dropCopies(): void {
    if (this.sharesParameters) this.modules.length = Math.min(this.modules.length, 1);
  }
}

/** A deep copy of a module that has some tensors in common with it: the same objects, which stay so when they move. */
function cloneOf(module: AnyModule, common: readonly Tensor[]): AnyModule {
  const kept = new Map<object, object>();
  for (const tensor of common) {
    kept.set(tensor, tensor);
    kept.set(tensor.storage(), tensor.storage());
  }
  return deepClone(module, kept);
}

// Outside the class: bundlers give another name to a class that names itself, and modules print their class.
function isMapTable(module: AnyModule): module is MapTable {
  return module instanceof MapTable;
}
