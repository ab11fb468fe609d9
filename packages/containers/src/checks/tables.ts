import {
  type Activation,
  type AnyModule,
  checkInputDType,
  formatSizes,
  isTable,
  sameNesting,
  type Table,
} from "@rushlight/module";
import {
  ArgumentError,
  DTypeError,
  formatSize,
  isTensor,
  ShapeError,
  type Size,
  sameSize,
  type Tensor,
} from "@rushlight/tensor";

/**
 * Checks that something is a table, of a given length if there is one.
 *
 * @param what it is: `input` or `gradOutput`
 * @throws ShapeError naming the module and what came
 */
export function checkTable(module: AnyModule, what: string, given: Activation, length?: number): Table {
  if (isTable(given) && (length === undefined || given.length === length)) return given;
  const members = length === undefined ? "" : ` of ${length} members`;
  throw new ShapeError(
    `${module.describe()}: expected ${what === "input" ? "an" : "a"} ${what} that is a table${members}, got ${cameAs(given)}`,
  );
}

/**
 * Checks that an input is a tensor.
 *
 * @throws ShapeError naming the module and what came
 */
export function checkTensor(module: AnyModule, input: Activation): Tensor {
  if (isTensor(input)) return input;
  throw new ShapeError(`${module.describe()}: expected an input that is a tensor, got ${cameAs(input)}`);
}

/**
 * Checks that something is a table of one or more tensors, of a given length if there is one.
 *
 * @throws ShapeError naming the module and what came
 */
export function checkTensors(module: AnyModule, what: string, given: Activation, length?: number): readonly Tensor[] {
  const table = checkTable(module, what, given, length);
  if (table.length > 0 && areTensors(table)) return table;
  throw new ShapeError(`${module.describe()}: expected a table of tensors as ${what}, got ${cameAs(table)}`);
}

/**
 * Checks that an input is a table of one or more tensors that have one size and the dtype that the module computes in.
 *
 * @throws ShapeError or DTypeError naming the module and what came
 */
export function checkAlike(module: AnyModule, input: Activation, length?: number): readonly Tensor[] {
  const tensors = checkTensors(module, "input", input, length);
  for (const tensor of tensors) checkInputDType(module, tensor, module.type());
  const [first] = tensors;
  if (first.nElement() === 0 || tensors.some((tensor) => !tensor.isSameSizeAs(first))) {
    throw new ShapeError(
      `${module.describe()}: expected tensors of one size that are not empty, got ${formatSizes(tensors)}`,
    );
  }
  return tensors;
}

/**
 * Checks that tensors have one dtype, whatever it is.
 *
 * @throws DTypeError naming the module and the dtypes
 */
export function checkOneDType(module: AnyModule, tensors: readonly Tensor[]): void {
  const other = tensors.find((tensor) => tensor.dtype !== tensors[0].dtype);
  if (other === undefined) return;
  throw new DTypeError(
    `${module.describe()}: expected tensors of one dtype, got ${tensors[0].dtype} and ${other.dtype}`,
  );
}

/**
 * Checks that a gradient has the dtype and the size of what it belongs to.
 *
 * @param what it is: `gradOutput`, or a member of it
 * @throws DTypeError or ShapeError naming the module and both
 */
export function checkGradient(
  module: AnyModule,
  what: string,
  gradient: Tensor,
  { dtype, size }: { readonly dtype: string; readonly size: Size },
): void {
  if (gradient.dtype !== dtype) {
    throw new DTypeError(`${module.describe()}: expected a ${dtype} ${what}, got ${gradient.dtype}`);
  }
  if (!sameSize(gradient.size(), size)) {
    throw new ShapeError(
      `${module.describe()}: expected a ${what} of size ${formatSize(size)}, got ${formatSize(gradient.size())}`,
    );
  }
}

/**
 * Checks that a gradient that is a table, or may be one, has the nesting and sizes of what it belongs to.
 *
 * @throws ShapeError naming the module and both
 */
export function checkNesting(module: AnyModule, gradOutput: Activation, output: Activation): void {
  if (sameNesting(gradOutput, output)) return;
  throw new ShapeError(
    `${module.describe()}: expected a gradOutput of ${formatSizes(output)}, as the output, got ${formatSizes(gradOutput)}`,
  );
}

/**
 * Checks that a setting is a whole number.
 *
 * @throws ArgumentError naming the class and the setting
 */
export function checkWhole(name: string, what: string, value: number): number {
  if (Number.isInteger(value)) return value;
  throw new ArgumentError(`${name}: expected a whole ${what}, got ${value}`);
}

/**
 * Checks that a setting is a whole number from 1 on.
 *
 * @throws ArgumentError naming the class and the setting
 */
export function checkCount(name: string, what: string, value: number): number {
  if (Number.isInteger(value) && value >= 1) return value;
  throw new ArgumentError(`${name}: expected a whole ${what} of at least 1, got ${value}`);
}

/** What came, as messages name it; also what is no activation. */
export function cameAs(given: unknown): string {
  return `${Array.isArray(given) ? "a table " : isTensor(given) ? "a tensor " : ""}${sizesIn(given)}`;
}

/** The sizes in what came, as `formatSizes`. */
function sizesIn(given: unknown): string {
  if (Array.isArray(given)) return `{${given.map(sizesIn).join(", ")}}`;
  return isTensor(given) ? formatSize(given.size()) : String(given);
}

function areTensors(table: Table): table is readonly Tensor[] {
  return table.every((member) => isTensor(member));
}
