import { randn, type Tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import type { Module } from "../src/index.ts";
import { CheckError, checkModule, testJacobian, testJacobianParameters } from "../src/testing/index.ts";
import { Scale, Square } from "./support/modules.ts";

function failuresOf(module: Module, input: Tensor = randn(3, 2)): readonly string[] {
  try {
    checkModule(module, input);
  } catch (error) {
    if (error instanceof CheckError) return error.failures.map((failure) => failure.split(":")[0]);
    throw error;
  }
  return [];
}

test("a right module passes every check", () => {
  expect(checkModule(new Scale(2), randn(3, 2)).skipped).toEqual([]);
  expect(checkModule(new Square(), randn(4)).skipped).toEqual(["batching"]);
});

test("the module that is checked is not changed", () => {
  const module = new Scale(2);
  const before = module.weight.clone();
  checkModule(module, randn(3, 2));
  expect(module.weight.equal(before)).toBe(true);
  expect(module.output.nElement()).toBe(0);
});

test("a wrong input gradient is found", () => {
  class Wrong extends Square {
    override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
      return super.updateGradInput(input, gradOutput).mul(-1);
    }
  }
  expect(failuresOf(new Wrong())).toEqual(["inputGradient"]);
});

test("a wrong parameter gradient, one that ignores scale, and one that overwrites are found", () => {
  class Forgetful extends Scale {
    override accGradParameters(input: Tensor, gradOutput: Tensor): void {
      super.accGradParameters(input, gradOutput, 1);
    }
  }
  expect(failuresOf(new Forgetful(2))).toEqual(["accumulation", "directUpdate", "sharing"]);
  class Overwriting extends Scale {
    override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
      this.gradWeight.zero();
      super.accGradParameters(input, gradOutput, scale);
    }
  }
  expect(failuresOf(new Overwriting(2))).toContain("accumulation");
  class Twice extends Scale {
    override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
      super.accGradParameters(input, gradOutput, 2 * scale);
    }
  }
  expect(failuresOf(new Twice(2))).toEqual(["parameterGradients"]);
});

test("a module that keeps its state, takes memory, or changes its arguments is found", () => {
  class Keeping extends Square {
    override clearState(): this {
      return this;
    }
  }
  expect(failuresOf(new Keeping())).toEqual(["clearing"]);
  class Wasteful extends Square {
    override updateOutput(input: Tensor): Tensor {
      this.output = input.clone().cmul(input);
      return this.output;
    }
  }
  expect(failuresOf(new Wasteful())).toEqual(["steadyState"]);
  class Meddling extends Square {
    override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
      return this.gradInput.resizeAs(input).copy(gradOutput.cmul(input)).mul(2);
    }
  }
  expect(failuresOf(new Meddling())).toContain("argumentsKept");
});

test("a module that reads its input's storage past its strides is found", () => {
  class Dense extends Square {
    override updateOutput(input: Tensor): Tensor {
      const from = input.storage().data;
      let at = input.storageOffset();
      return this.output.resizeAs(input).apply(() => from[at++] ** 2);
    }
  }
  expect(failuresOf(new Dense())).toEqual(["striding"]);
});

test("a module that mixes its samples is found", () => {
  class Mixing extends Square {
    override updateOutput(input: Tensor): Tensor {
      return super.updateOutput(input).mul(input.size(0));
    }
    override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
      return super.updateGradInput(input, gradOutput).mul(input.size(0));
    }
  }
  expect(failuresOf(new Mixing())).toEqual(["batching"]);
});

test("a gradient that is not the derivative on purpose is not compared with finite differences", () => {
  class Reversed extends Square {
    override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
      return super.updateGradInput(input, gradOutput).neg();
    }
  }
  expect(failuresOf(new Reversed())).toEqual(["inputGradient"]);
  expect(checkModule(new Reversed(), randn(3, 2), { ownGradient: true }).skipped).toEqual(["inputGradient"]);
});

test("what a check throws is reported with the check's name", () => {
  class Throwing extends Scale {
    override zeroGradParameters(): void {
      throw new Error("no");
    }
  }
  expect(() => checkModule(new Throwing(2), randn(3, 2))).toThrow("zeroing: throws Error: no");
});

test("testJacobian and testJacobianParameters give the largest error", () => {
  const module = new Scale(3).double();
  const input = zeros([2, 3], { dtype: "float64" });
  expect(testJacobian(module, input)).toBeLessThan(1e-6);
  expect(testJacobianParameters(module, input, module.weight, module.gradWeight)).toBeLessThan(1e-6);
});
