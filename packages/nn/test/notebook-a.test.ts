import {
  defaultDtype,
  type FloatDType,
  manualSeed,
  mv,
  randn,
  range,
  setDefaultDtype,
  type Tensor,
  tensor,
  zeros,
} from "@rushlight/tensor";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as nn from "../src/index.ts";

let before: FloatDType;
beforeAll(() => {
  before = defaultDtype();
  setDefaultDtype("float64");
});
afterAll(() => setDefaultDtype(before));

const printed = (x: Tensor) => Array.from(x.values(), (value) => value.toFixed(4)).join(" ");
const indices = (data: number[] | number[][]): Tensor => tensor(data, { dtype: "int32" });

// The order of statements matters: each draws from one generator, seeded once.
test("the introduction to nn prints Torch7's figures, statement by statement", () => {
  manualSeed(287);
  const x = range(1, 5);
  const f = new nn.CMul(5);
  expect(printed(f.weight)).toBe("-0.3180 -0.0484 0.1885 0.4165 0.3364");
  const row = "-0.3180 -0.0968 0.5655 1.6661 1.6822";
  expect(printed(f.forward(x))).toBe(row);

  const g = new nn.Sum(0);
  expect(g.forward(x).get(0)).toBe(15);
  expect(printed(f.forward(x.view(1, 5).expand(3, 5)))).toBe([row, row, row].join(" "));

  const h = new nn.Sequential().add(f).add(g);
  expect(printed(h.forward(x))).toBe("3.4990");
  const both = new nn.Concat(0).add(f).add(g).forward(x);
  expect(both.size()).toEqual([6]);
  expect(printed(both)).toBe(`${row} 15.0000`);

  const gradOut = randn(1);
  expect(printed(gradOut)).toBe("1.6834");
  h.forward(x);
  h.backward(x, gradOut);
  expect(printed(h.gradInput)).toBe("-0.5353 -0.0815 0.3173 0.7012 0.5664");
  expect(printed(g.gradInput)).toBe("1.6834 1.6834 1.6834 1.6834 1.6834");
  expect(g.gradInput.clone().cmul(f.weight).csub(f.gradInput).norm()).toBeLessThan(1e-10);

  h.zeroGradParameters();
  h.backward(x, gradOut);
  expect(printed(f.gradWeight)).toBe("1.6834 3.3668 5.0503 6.7337 8.4171");

  // Simple layers
  expect(printed(new nn.Linear(5, 3).forward(x))).toBe("-2.8031 1.9383 -1.8525");

  const table = new nn.LookupTable(5, 3);
  const words = [
    "-0.3408 0.8594 1.2139",
    "0.1566 -0.5897 0.1788",
    "-0.0315 0.1821 -0.7354",
    "0.1246 0.2621 -0.0320",
    "1.1030 -0.9798 0.3587",
  ];
  expect(printed(table.weight)).toBe(words.join(" "));
  expect(printed(table.forward(indices([0, 1, 4])))).toBe([words[0], words[1], words[4]].join(" "));
  const looked = table.forward(
    indices([
      [0, 2],
      [3, 4],
      [1, 2],
    ]),
  );
  expect(looked.size()).toEqual([3, 2, 3]);
  expect(printed(looked)).toBe([0, 2, 3, 4, 1, 2].map((word) => words[word]).join(" "));

  expect(printed(new nn.Add(5).forward(x))).toBe("1.4369 2.2328 2.5575 4.2737 4.6302");

  // Transfer functions
  const z = randn(5);
  expect(printed(new nn.Sigmoid().forward(z))).toBe("0.6790 0.5264 0.6779 0.6240 0.5938");
  expect(printed(new nn.LogSoftMax().forward(z))).toBe("-1.3853 -2.0289 -1.3905 -1.6280 -1.7545");
  expect(printed(new nn.Tanh().forward(z))).toBe("0.6346 0.1051 0.6315 0.4672 0.3626");
  expect(printed(new nn.ReLU().forward(z))).toBe("0.7491 0.1055 0.7440 0.5065 0.3799");

  // Reductions and reshaping
  const X = randn(3, 2);
  expect(printed(new nn.Max(0).forward(X))).toBe("0.9011 2.5226");
  expect(printed(new nn.Mean(1).forward(X))).toBe("0.4434 0.2421 1.2315");
  expect(printed(new nn.Abs().forward(X))).toBe("0.9011 0.0143 0.8167 1.3009 0.0597 2.5226");
  const viewed = new nn.View(2, 3).forward(X);
  expect(viewed.size()).toEqual([2, 3]);
  expect(printed(viewed)).toBe("0.9011 -0.0143 -0.8167 1.3009 -0.0597 2.5226");

  // Tables
  const dense = randn(1, 3);
  const sparseAndDense = new nn.ParallelTable().add(new nn.LookupTable(5, 2)).add(new nn.Linear(3, 2));
  const sum = nn.sequential(sparseAndDense, new nn.CAddTable());
  expect(printed(sum.forward([indices([1]), dense]))).toBe("1.2212 -2.0951");

  const parts = [randn(1, 3), randn(1, 3), randn(1, 2)] as const;
  expect(printed(new nn.JoinTable(1).forward(parts))).toBe(
    "-0.6461 2.0589 -0.7707 0.0129 -0.6880 0.9008 0.0479 1.5202",
  );
  const narrowed = new nn.NarrowTable(0, 2).forward(parts);
  expect(narrowed.map((part) => part.size())).toEqual([
    [1, 3],
    [1, 3],
  ]);

  // Criterions
  const mse = new nn.MSECriterion();
  const [target, prediction] = [randn(3), zeros(3)];
  expect(mse.forward(prediction, target).toPrecision(14)).toBe("1.8225688302461");
  mse.sizeAverage = false;
  expect(mse.forward(prediction, target).toPrecision(14)).toBe("5.4677064907383");
  expect(printed(mse.backward(prediction, target))).toBe("2.3650 -1.6119 3.6986");

  const scores = new nn.LogSoftMax().forward(randn(2, 3));
  const nll = new nn.ClassNLLCriterion();
  expect(nll.forward(scores, indices([2, 0])).toPrecision(14)).toBe("1.7028349644557");
  expect(nll.backward(scores, indices([2, 0])).toArray()).toEqual([
    [0, 0, -0.5],
    [-0.5, 0, 0],
  ]);
});

const losses = ["1.48479649129069", "1.4471538022835", "1.41237911498449", "1.38018376654428", "1.35031201575178"];

function regression(step: (net: nn.Module, params: Tensor, gradParams: Tensor) => void): string[] {
  manualSeed(287);
  const [N, F, H] = [5, 4, 3];
  const X = randn(N, F);
  const y = mv(X, randn(F)).pow(2).add(randn(N)).view(N, 1);
  const net = nn.sequential(new nn.Linear(F, H), new nn.Tanh(), new nn.Linear(H, 1));
  const criterion = new nn.MSECriterion();
  const [params, gradParams] = net.getParameters();
  return losses.map(() => {
    const predictions = net.forward(X);
    const loss = criterion.forward(predictions, y);
    gradParams.zero();
    net.backward(X, criterion.backward(predictions, y));
    step(net, params, gradParams);
    return String(Number(loss.toPrecision(15)));
  });
}

test("five steps on the flat parameters give Torch7's losses to fifteen digits", () => {
  expect(regression((_net, params, gradParams) => params.add(-0.01, gradParams))).toEqual(losses);
});

test("five steps through updateParameters give the same", () => {
  expect(regression((net) => net.updateParameters(0.01))).toEqual(losses);
});
