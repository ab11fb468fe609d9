import { type Activation, type AnyCriterion, type Criterion, isTable, type Table } from "@rushlight/module";
import { checkOptions, ShapeError } from "@rushlight/tensor";
import type { InputsOf, TargetsOf } from "./types.ts";
import { WeightedCriterions } from "./WeightedCriterions.ts";

/** Options of {@link ParallelCriterion}. */
export interface ParallelCriterionOptions<Repeat extends boolean = boolean> {
  /** Whether all criterions compare with the same target, rather than each with its own; false when left out. */
  readonly repeatTarget?: Repeat;
}

/**
 * A weighted sum of criterions, each of its own member of a table of inputs: Σ wᵢ·cᵢ(xᵢ, tᵢ). Torch's
 * `nn.ParallelCriterion`.
 *
 * Gradient: a table of wᵢ·∂cᵢ/∂xᵢ. With `repeatTarget` there is one target for all. The types follow the criterions: with
 * one of A and T and one of B and U it takes `[A, B]` and `[T, U]`.
 *
 * @typeParam Criterions what it holds
 * @typeParam Repeat whether there is one target for all
 * @example
 * ```ts
 * import { ClassNLLCriterion, MSECriterion, ParallelCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new ParallelCriterion().add(new MSECriterion()).add(new ClassNLLCriterion(), 0.5);
 * const [inputs, targets] = [[tensor([1, 2]), tensor([-1, -2])], [tensor([1, 4]), 1]] as const;
 * console.log(criterion.forward(inputs, targets)); // 3
 * const [first, second] = criterion.backward(inputs, targets);
 * console.log(first.toArray(), second.toArray()); // [ 0, -2 ] [ 0, -0.5 ]
 * ```
 */
export class ParallelCriterion<
  Criterions extends readonly AnyCriterion[] = readonly [],
  Repeat extends boolean = false,
> extends WeightedCriterions<InputsOf<Criterions>, TargetsOf<Criterions, Repeat>> {
  readonly repeatTarget: boolean;
  override gradInput: InputsOf<Criterions> = tableOf([]);

  /** @throws ArgumentError for options that do not exist */
  constructor(options: ParallelCriterionOptions<Repeat> = {}) {
    super();
    checkOptions("ParallelCriterion", options, ["repeatTarget"]);
    this.repeatTarget = options.repeatTarget ?? false;
  }

  /**
   * Adds a criterion beside the others, for the next member of the table.
   *
   * @param weight 1 when left out
   * @throws ArgumentError when it is no criterion, or the weight no finite number
   */
  add<C extends AnyCriterion>(criterion: C, weight?: number): ParallelCriterion<readonly [...Criterions, C], Repeat>;
  add(criterion: AnyCriterion, weight = 1): Criterion<Table, unknown> {
    this.push(criterion, weight);
    return this;
  }

  protected override inputsOf(input: Activation): (index: number) => Activation {
    if (isTable(input) && input.length === this.criterions.length) return (i) => input[i];
    throw this.lengthError("an input", isTable(input) ? String(input.length) : "a tensor");
  }

  protected override targetsOf(target: unknown): (index: number) => unknown {
    if (this.repeatTarget) return () => target;
    const targets: readonly unknown[] | undefined = Array.isArray(target) ? target : undefined;
    if (targets?.length === this.criterions.length) return (i) => targets[i];
    throw this.lengthError("a target", targets === undefined ? "no table" : String(targets.length));
  }

  private lengthError(what: string, came: string): ShapeError {
    return new ShapeError(
      `ParallelCriterion: expected ${what} of ${this.criterions.length} members, one for each criterion, got ${came}`,
    );
  }
}

function tableOf<T extends Activation>(members: Table): T;
function tableOf(members: Table): Table {
  return members;
}
