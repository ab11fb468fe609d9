import type { FloatDType } from "@rushlight/tensor";
import type { Activation } from "../activation/Activation.ts";
import { recursiveClone } from "../activation/nested.ts";
import type { AnyCriterion } from "../criterion/Criterion.ts";
import { converted } from "./floats.ts";
import { seeded } from "./SeededRun.ts";

/** What one forward and backward of a criterion gave, copied. */
export interface LossAndGradient {
  readonly loss: number;
  readonly gradInput: Activation;
}

/** A criterion with an input and a target, each handed out fresh to every check. */
export class CriterionUnderTest {
  private readonly original: AnyCriterion;
  private readonly originalInput: Activation;
  private readonly originalTarget: unknown;

  constructor(criterion: AnyCriterion, input: Activation, target: unknown) {
    this.original = criterion.clone().type("float64");
    this.originalInput = converted(input, "float64");
    this.originalTarget = converted(target, "float64");
  }

  /** What messages call the criterion. */
  get name(): string {
    return this.original.constructor.name;
  }

  /** A copy of the criterion. */
  criterion(dtype: FloatDType = "float64"): AnyCriterion {
    return this.original.clone().type(dtype);
  }

  /** A copy of the input. */
  input(dtype: FloatDType = "float64"): Activation {
    return converted(this.originalInput, dtype);
  }

  /** A copy of the target. */
  target(dtype: FloatDType = "float64"): unknown {
    return converted(this.originalTarget, dtype);
  }

  /** What a criterion gives; this one, on the input and target, when left out. */
  run(
    criterion: AnyCriterion = this.criterion(),
    input: Activation = this.input(),
    target: unknown = this.target(),
  ): LossAndGradient {
    const loss = seeded(() => criterion.forward(input, target));
    return { loss, gradInput: recursiveClone(criterion.backward(input, target)) };
  }
}
