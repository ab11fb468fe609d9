import { manualSeed, ones, randn, type Tensor, tensor, zeros } from "@rushlight/tensor";
import { afterEach, describe, expect, test, vi } from "vitest";
import * as nn from "../src/index.ts";

/** A network with everything that can go wrong in it, checked. */
function network(options: nn.CheckedOptions = {}): nn.Sequential {
  manualSeed(287);
  const net = new nn.Sequential().add(new nn.Linear(4, 3)).add(new nn.Tanh()).add(new nn.Linear(3, 2));
  return nn.checked(net, options);
}

const x: Tensor = ones(5, 4);
const gradOutput: Tensor = ones(5, 2);

/** What a function throws; fails when that is no error of checked mode. */
function mistakeIn(mistake: () => void): nn.CheckedModeError {
  try {
    mistake();
  } catch (error) {
    if (error instanceof nn.CheckedModeError) return error;
    throw error;
  }
  throw new Error("expected a CheckedModeError, got none");
}

describe("a checked network", () => {
  test("gives what it gives otherwise, step for step", () => {
    const net = network();
    const plain = nn.unchecked(net.clone());
    expect([nn.isChecked(net), nn.isChecked(net.get(1)), nn.isChecked(plain)]).toEqual([true, true, false]);
    for (let step = 0; step < 3; step++) {
      for (const either of [net, plain]) {
        either.zeroGradParameters();
        either.forward(x);
        either.backward(x, gradOutput);
        either.updateParameters(0.1);
      }
    }
    expect(net.forward(x).toArray()).toEqual(plain.forward(x).toArray());
    expect(net.getParameters()[1].toArray()).toEqual(plain.getParameters()[1].toArray());
  });

  test("stays an instance of its classes, prints alike, and its clones are checked", () => {
    const net = network();
    expect(net).toBeInstanceOf(nn.Sequential);
    expect(net.findModules(nn.Linear)[0]).toHaveLength(2);
    expect(String(net)).toBe(String(nn.unchecked(net.clone())));
    expect(nn.isChecked(net.clone().get(0))).toBe(true);
  });

  test("reports backward without a forward", () => {
    expect(mistakeIn(() => network().backward(x, gradOutput)).message).toBe(
      "Sequential: expected a forward before backward, got none",
    );
  });

  test("reports backward with another input than that of the last forward", () => {
    const net = network();
    net.forward(x);
    net.forward(zeros(5, 4));
    const mistake = mistakeIn(() => net.backward(x, gradOutput));
    expect([mistake.check, mistake.message]).toEqual([
      "staleInput",
      "Sequential: expected backward with the input of the last forward, got another",
    ]);
    expect(net.getParameters()[1].norm()).toBe(0);
  });

  test("takes another tensor with the same values for the input of the last forward", () => {
    const net = network();
    net.forward(x);
    expect(net.backward(x.clone(), gradOutput).size()).toEqual([5, 4]);
  });

  test("reports an input that was filled anew before backward, with the path of the module that it concerns", () => {
    const net = network();
    const batch = x.clone();
    net.forward(batch);
    batch.fill(2);
    expect(mistakeIn(() => net.backward(batch, gradOutput)).message).toBe(
      "Linear(4 → 3): expected backward with the input of the last forward, got one that was changed in place since (at Sequential › 0 › Linear(4 → 3))",
    );
  });

  test("reports an output that a module in place changed before backward used it", () => {
    const net = nn.checked(new nn.Sequential().add(new nn.Tanh()).add(new nn.Dropout(0.5, { inplace: true })));
    const input: Tensor = ones(20);
    net.forward(input);
    const mistake = mistakeIn(() => net.backward(input, ones(20)));
    expect(mistake.check).toBe("overwrittenOutput");
    expect(mistake.message).toContain("Tanh: expected its output as forward left it");
    expect(mistake.message).toContain("(at Sequential › 0 › Tanh)");
  });

  test("reports an output that the program changed before backward used it", () => {
    const net = nn.checked(new nn.Sequential().add(new nn.Linear(4, 3)).add(new nn.LogSoftMax()));
    net.forward(x).exp();
    expect(mistakeIn(() => net.backward(x, ones(5, 3))).check).toBe("overwrittenOutput");
  });

  test("has nothing against changes in place that make no difference", () => {
    const net = nn.checked(
      new nn.Sequential()
        .add(new nn.Linear(4, 3))
        .add(new nn.ReLU({ inplace: true }))
        .add(new nn.Linear(3, 2)),
    );
    const y = net.forward(x);
    const expected = nn.unchecked(net.clone());
    expected.zeroGradParameters();
    expected.forward(x);
    y.add(1);
    expect(net.backward(x, gradOutput).toArray()).toEqual(expected.backward(x, gradOutput).toArray());
  });

  test("reports a gradOutput of another shape", () => {
    const net = network();
    net.forward(x);
    expect(mistakeIn(() => net.backward(x, ones(5, 3))).message).toBe(
      "Sequential: expected a gradOutput of the output's size [5, 2], got [5, 3]",
    );
  });

  test("reports gradients that were not zeroed between steps", () => {
    const net = network();
    const step = (): void => {
      net.forward(x);
      net.backward(x, gradOutput);
      net.updateParameters(0.1);
    };
    step();
    const mistake = mistakeIn(step);
    expect(mistake.check).toBe("staleGradients");
    expect(mistake.message).toContain("Linear(3 → 2): expected gradWeight to be zero at the first backward");
    expect(mistake.message).toContain("(at Sequential › 2 › Linear(3 → 2))");
    net.zeroGradParameters();
    step();
  });

  test("reports that with flat vectors too, and lets gradients of several batches add up before a step", () => {
    const net = network();
    const [parameters, gradients] = net.getParameters();
    for (let step = 0; step < 2; step++) {
      gradients.zero();
      for (const batch of [x, zeros(5, 4)]) {
        net.forward(batch);
        net.backward(batch, gradOutput);
      }
      parameters.add(-0.1, gradients);
    }
    net.forward(x);
    expect(mistakeIn(() => net.backward(x, gradOutput)).check).toBe("staleGradients");
  });

  test("modules that share parameters and gradients may both add to them after a step", () => {
    const first = new nn.Linear(3, 3);
    const second = new nn.Linear(3, 3).share(first, "weight", "bias", "gradWeight", "gradBias");
    const net = nn.checked(new nn.Sequential().add(first).add(second));
    const input: Tensor = ones(2, 3);
    for (let step = 0; step < 3; step++) {
      net.zeroGradParameters();
      net.forward(input);
      net.backward(input, ones(2, 3));
      net.updateParameters(0.1);
    }
    expect(first.gradWeight.norm()).toBeGreaterThan(0);
  });

  test("reports a parameter that is shared without its gradient", () => {
    const first = new nn.Linear(3, 3);
    const second = new nn.Linear(3, 3).share(first, "weight");
    const net = nn.checked(new nn.Sequential().add(first).add(second));
    net.forward(ones(2, 3));
    const mistake = mistakeIn(() => net.backward(ones(2, 3), ones(2, 3)));
    expect(mistake.check).toBe("sharing");
    expect(mistake.message).toContain(
      'Linear(3 → 3): expected gradWeight to be shared as weight is, which Linear(3 → 3) has too, got a gradWeight of its own; share("weight", "gradWeight") shares both',
    );
  });

  test("reports NaN and infinity where they appear, with the element", () => {
    class Reciprocal extends nn.Module {
      override updateOutput(input: Tensor): Tensor {
        return this.output.resizeAs(input).copy(input).pow(-1);
      }
      override updateGradInput(input: Tensor, gradient: Tensor): Tensor {
        return this.gradInput.resizeAs(input).copy(gradient).div(0);
      }
    }
    const net = nn.checked(new nn.Sequential().add(new nn.ReLU()).add(new Reciprocal()));
    expect(
      mistakeIn(() =>
        net.forward(
          tensor([
            [1, 2],
            [3, -4],
          ]),
        ),
      ).message,
    ).toBe(
      "Reciprocal: expected finite numbers, got output[1, 1] is Infinity; its input and parameters are finite (at Sequential › 1 › Reciprocal)",
    );
    const positive: Tensor = ones(1, 2);
    net.forward(positive);
    expect(mistakeIn(() => net.backward(positive, ones(1, 2))).message).toContain("got gradInput[0, 0] is Infinity");
    const bad = x.clone();
    bad.put([3, 2], Number.NaN);
    expect(mistakeIn(() => network().forward(bad)).message).toBe(
      "Sequential: expected finite numbers, got input[3, 2] is NaN; it was so before the module saw it",
    );
    const broken = network();
    broken.get<nn.Linear>(2).weight.put([1, 0], Number.NaN);
    expect(mistakeIn(() => broken.forward(x)).message).toContain("output[0, 1] is NaN; its weight[1, 0] is NaN");
  });

  test("looks for what it is asked to look for alone", () => {
    const net = network({ staleGradients: false, finite: false, gradOutput: false });
    for (let step = 0; step < 2; step++) {
      net.forward(x);
      net.backward(x, gradOutput);
      net.updateParameters(0.1);
    }
    const misspelt: object = { finit: true };
    expect(() => nn.checked(net, misspelt)).toThrow(/checked: .*finit/);
    net.forward(x.clone().fill(Number.NaN));
    const stale = network({ staleInput: false });
    expect(() => stale.backward(x, gradOutput)).not.toThrow(nn.CheckedModeError);
  });

  test("checks modules that are added later, and none any more when it is switched off", () => {
    const net = network();
    net.insert(new nn.Tanh());
    net.forward(x);
    expect(nn.isChecked(net.get(3))).toBe(true);
    nn.unchecked(net).forward(x.clone().fill(Number.NaN));
    expect(net.listModules().some((module) => nn.isChecked(module))).toBe(false);
  });

  test("goes on after a mistake", () => {
    const net = network();
    net.forward(x);
    mistakeIn(() => net.backward(zeros(5, 4), gradOutput));
    net.forward(x);
    expect(net.backward(x, gradOutput).norm()).toBeGreaterThan(0);
  });
});

describe("a checked criterion", () => {
  test("reports a backward that does not follow its forward, and losses that are no numbers", () => {
    const criterion = nn.checked(new nn.MSECriterion());
    const target: Tensor = zeros(2);
    expect(mistakeIn(() => criterion.backward(ones(2), target)).message).toContain(
      "expected a forward before backward",
    );
    criterion.forward(ones(2), target);
    expect(mistakeIn(() => criterion.backward(zeros(2), target)).message).toBe(
      "MSECriterion: expected backward with the input and target of the last forward, got others",
    );
    expect(mistakeIn(() => criterion.backward(ones(2), ones(2))).check).toBe("staleInput");
    expect(criterion.backward(ones(2), target).toArray()).toEqual([1, 1]);
    expect(mistakeIn(() => criterion.forward(tensor([1, Number.NaN]), target)).message).toBe(
      "MSECriterion: expected finite numbers, got input[1] is NaN",
    );
    const huge: Tensor = tensor([1e200, 0], { dtype: "float64" });
    const wide = nn.checked(new nn.MSECriterion().double());
    expect(mistakeIn(() => wide.forward(huge, huge.clone().mul(-1))).message).toContain("a loss of Infinity");
  });

  test("compares class labels too", () => {
    const criterion = nn.checked(new nn.ClassNLLCriterion());
    criterion.forward(randn(3), 1);
    expect(mistakeIn(() => criterion.backward(randn(3), 2)).check).toBe("staleInput");
  });
});

describe("RUSHLIGHT_CHECKED", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  test.each([
    ["1", true],
    ["0", false],
    ["", false],
  ])("set to %j, modules and criterions are checked: %s", async (value, expected) => {
    vi.stubEnv("RUSHLIGHT_CHECKED", value);
    vi.resetModules();
    const fresh = await import("../src/index.ts");
    const net = new fresh.Sequential().add(new fresh.Linear(4, 3)).add(new fresh.Tanh());
    expect(net.listModules().map((module) => fresh.isChecked(module))).toEqual([expected, expected, expected]);
    expect(fresh.isChecked(new fresh.MSECriterion())).toBe(expected);
  });
});
