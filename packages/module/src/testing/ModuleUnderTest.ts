import { type FloatDType, Generator } from "@rushlight/tensor";
import type { Activation } from "../activation/Activation.ts";
import { recursiveClone } from "../activation/nested.ts";
import type { AnyModule } from "../module/Module.ts";
import { converted, randomLike } from "./floats.ts";
import { seededForward } from "./SeededRun.ts";

/** A module with an input and a gradOutput for it, each handed out fresh to every check. */
export class ModuleUnderTest {
  private readonly original: AnyModule;
  private readonly originalInput: Activation;
  private readonly originalGradOutput: Activation;

  constructor(module: AnyModule, input: Activation, seed: number) {
    this.original = module.clone().type("float64");
    this.originalInput = converted(input, "float64");
    const output = seededForward(this.original.clone(), recursiveClone(this.originalInput));
    this.originalGradOutput = randomLike(output, new Generator(seed));
  }

  /** What messages call the module. */
  get name(): string {
    return this.original.describe();
  }

  /** A copy of the module. */
  module(dtype: FloatDType = "float64"): AnyModule {
    return this.original.clone().type(dtype);
  }

  /** A copy of the input. */
  input(dtype: FloatDType = "float64"): Activation {
    return converted(this.originalInput, dtype);
  }

  /** A copy of the gradOutput. */
  gradOutput(dtype: FloatDType = "float64"): Activation {
    return converted(this.originalGradOutput, dtype);
  }
}
