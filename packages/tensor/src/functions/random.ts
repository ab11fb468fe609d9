import { ArgumentError } from "../errors/ArgumentError.ts";
import { AliasTable } from "../random/AliasTable.ts";
import { drawMultinomial, multinomialSize } from "../random/multinomial.ts";
import { computeInto } from "../result/computeInto.ts";
import { checkSize, type Size } from "../shape/size.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import { generatorOf, type RandomOptions } from "../tensor/RandomOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { newTensor } from "./newTensor.ts";

/** How categories are drawn, and where they go. */
export interface MultinomialOptions extends RandomOptions, OutOptions<"int32"> {
  /** Whether a category may be drawn again; false when left out. */
  readonly replacement?: boolean | undefined;
}

/**
 * Draws categories, counted from 0, with given probabilities: `[C]` → `[count]`; for each row `[N, C]` → `[N, count]`. The
 * probabilities of a row need not add up to 1. One word each.
 *
 * @throws ArgumentError for negative or infinite probabilities, NaN, zeros alone, and more draws without replacement than
 *   there are probabilities above 0; nothing is drawn then
 * @throws ShapeError, DTypeError unless the probabilities are a vector or a matrix of floats
 * @example
 * ```ts
 * import { Generator, multinomial, tensor } from "@rushlight/tensor";
 *
 * const generator = new Generator(0);
 * const p = tensor([1, 2, 3, 4]);
 * console.log(multinomial(p, 6, { replacement: true, generator }).toArray().join(" ")); // 2 2 3 3 3 3
 * console.log(multinomial(p, 4, { generator: new Generator(0) }).toArray()); // [ 2, 3, 1, 0 ]
 * ```
 */
export function multinomial(probabilities: Tensor, count: number, options: MultinomialOptions = {}): Tensor<"int32"> {
  const generator = generatorOf("multinomial", options, ["replacement", "generator", "out"]);
  const replacement = options.replacement ?? false;
  const size = multinomialSize(probabilities, count, replacement);
  return indicesInto("multinomial", size, [probabilities], options, (result) =>
    drawMultinomial(probabilities, count, replacement, generator, result),
  );
}

/**
 * Prepares a distribution for many draws with replacement by {@link multinomialAlias}: Vose's alias method.
 *
 * @param probabilities `[C]`; they are divided by their sum unless that is 1
 * @throws ArgumentError for negative or infinite probabilities, NaN, and zeros alone
 * @throws ShapeError, DTypeError unless they are a vector of floats
 * @example
 * ```ts
 * import { multinomialAliasSetup, tensor } from "@rushlight/tensor";
 *
 * const table = multinomialAliasSetup(tensor([0.125, 0.875]));
 * console.log([...table.shares], [...table.aliases]); // [ 0.25, 1 ] [ 1, 1 ]
 * ```
 */
export function multinomialAliasSetup(probabilities: Tensor): AliasTable {
  return new AliasTable(probabilities);
}

/**
 * Draws categories, counted from 0, with replacement, in the same short time however many categories there are. Two words
 * each.
 *
 * @param size of the result
 * @throws ArgumentError for what is no table; ShapeError for sizes below 1
 * @example
 * ```ts
 * import { Generator, multinomialAlias, multinomialAliasSetup, tensor } from "@rushlight/tensor";
 *
 * const table = multinomialAliasSetup(tensor([0.1, 0.2, 0.3, 0.4]));
 * console.log(multinomialAlias(table, [5], { generator: new Generator(0) }).toArray()); // [ 2, 2, 2, 2, 1 ]
 * ```
 */
export function multinomialAlias(
  table: AliasTable,
  size: Size,
  options: RandomOptions & OutOptions<"int32"> = {},
): Tensor<"int32"> {
  const generator = generatorOf("multinomialAlias", options, ["generator", "out"]);
  if (!(table instanceof AliasTable)) {
    throw new ArgumentError(`multinomialAlias: expected what multinomialAliasSetup gave, got ${String(table)}`);
  }
  return indicesInto("multinomialAlias", checkSize("multinomialAlias", size), [], options, (result) =>
    result.apply(() => table.sample(generator)),
  );
}

function indicesInto(
  name: string,
  size: Size,
  operands: readonly Tensor[],
  options: OutOptions<"int32">,
  compute: (result: Tensor<"int32">) => void,
): Tensor<"int32"> {
  return computeInto({ name, dtype: "int32", size, operands }, newTensor, options.out, compute);
}
