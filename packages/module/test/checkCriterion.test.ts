import { ones, randn, type Tensor } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { Criterion } from "../src/index.ts";
import { CheckError, checkCriterion } from "../src/testing/index.ts";

class Product extends Criterion {
  override updateOutput(input: Tensor, target: Tensor): number {
    this.output = input.dot(target);
    return this.output;
  }
  override updateGradInput(input: Tensor, target: Tensor): Tensor {
    return this.gradInput.resizeAs(input).copy(target);
  }
}

function failuresOf(criterion: Criterion): readonly string[] {
  try {
    checkCriterion(criterion, randn(3, 2), randn(3, 2));
  } catch (error) {
    if (error instanceof CheckError) return error.failures.map((failure) => failure.split(":")[0]);
    throw error;
  }
  return [];
}

test("a right criterion passes every check, and is not changed", () => {
  const criterion = new Product();
  expect(checkCriterion(criterion, randn(3, 2), randn(3, 2)).skipped).toEqual([]);
  expect(checkCriterion(criterion, randn(3), randn(3), { strided: false }).skipped).toEqual(["striding"]);
  expect(criterion.output).toBe(0);
  expect(criterion.gradInput.nElement()).toBe(0);
  expect(criterion.type()).toBe("float32");
});

test("a target may be a number, or a list with numbers in it", () => {
  class Mixed extends Criterion<Tensor, readonly [Tensor, number]> {
    override updateOutput(input: Tensor, [factors, scale]: readonly [Tensor, number]): number {
      this.output = scale * input.dot(factors);
      return this.output;
    }
    override updateGradInput(input: Tensor, [factors, scale]: readonly [Tensor, number]): Tensor {
      return this.gradInput.resizeAs(input).copy(factors).mul(scale);
    }
  }
  expect(checkCriterion(new Mixed(), randn(3), [randn(3), 2]).passed).toContain("argumentsKept");
});

test("a wrong gradient is found, and one that is not a number", () => {
  class Wrong extends Product {
    override updateGradInput(input: Tensor, target: Tensor): Tensor {
      return super.updateGradInput(input, target).mul(2);
    }
  }
  expect(failuresOf(new Wrong())).toEqual(["inputGradient"]);
  class Undefined extends Product {
    override updateGradInput(input: Tensor, target: Tensor): Tensor {
      return super.updateGradInput(input, target).mul(Number.NaN);
    }
  }
  expect(failuresOf(new Undefined())).toEqual(["inputGradient"]);
});

test("a criterion that forgets its fields, or remembers too much, is found", () => {
  class Forgetful extends Product {
    override updateOutput(input: Tensor, target: Tensor): number {
      return input.dot(target);
    }
  }
  expect(failuresOf(new Forgetful())).toEqual(["fields"]);
  class Growing extends Product {
    private calls = 0;
    override updateOutput(input: Tensor, target: Tensor): number {
      this.calls += 1;
      this.output = input.dot(target) + this.calls;
      return this.output;
    }
  }
  expect(failuresOf(new Growing())).toEqual(["inputGradient", "repetition", "cloning"]);
});

test("a criterion that shares its memory with clones is found", () => {
  const memory = ones([3, 2], { dtype: "float64" });
  class Sharing extends Product {
    override updateGradInput(_input: Tensor, target: Tensor): Tensor {
      this.gradInput = target.dtype === memory.dtype ? memory.copy(target) : target.clone();
      return this.gradInput;
    }
    override clone(): this {
      const clone = super.clone();
      clone.gradInput = this.gradInput;
      return clone;
    }
  }
  expect(failuresOf(new Sharing())).toEqual(["cloning"]);
});

test("a criterion that takes memory, changes its arguments, or reads past strides is found", () => {
  class Wasteful extends Product {
    override updateOutput(input: Tensor, target: Tensor): number {
      return super.updateOutput(input.clone(), target);
    }
  }
  expect(failuresOf(new Wasteful())).toEqual(["steadyState"]);
  class Meddling extends Product {
    override updateOutput(input: Tensor, target: Tensor): number {
      this.output = super.updateOutput(input, target);
      target.add(0.5);
      return this.output;
    }
  }
  expect(failuresOf(new Meddling())).toContain("argumentsKept");
  class Dense extends Product {
    override updateOutput(input: Tensor, target: Tensor): number {
      const from = input.storage().data;
      let at = input.storageOffset();
      this.output = 0;
      for (const value of target.values()) this.output += value * from[at++];
      return this.output;
    }
  }
  expect(failuresOf(new Dense())).toEqual(["striding"]);
});

test("a criterion that computes in float64 whatever its dtype is found", () => {
  class Wide extends Product {
    override updateGradInput(input: Tensor, target: Tensor): Tensor {
      if (this.gradInput.dtype !== "float64") this.gradInput = target.to("float64");
      return this.gradInput.resizeAs(input).copy(target);
    }
  }
  expect(failuresOf(new Wide())).toEqual(["singlePrecision"]);
});

test("what a check throws is reported with the check's name", () => {
  class Throwing extends Product {
    override updateOutput(): number {
      throw new Error("no");
    }
  }
  expect(() => checkCriterion(new Throwing(), randn(2), randn(2))).toThrow("Throwing fails 9 of its checks");
  expect(() => checkCriterion(new Throwing(), randn(2), randn(2))).toThrow("inputGradient: throws Error: no");
});
