import {
  defaultDtype,
  type FloatDType,
  manualSeed,
  mv,
  randn,
  range,
  setDefaultDtype,
  type Tensor,
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

// The order of statements matters: each draws from one generator, seeded once.
test("the first eleven steps of the introduction to nn print Torch7's figures", () => {
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

  expect(printed(new nn.Linear(5, 3).forward(x))).toBe("-2.8031 1.9383 -1.8525");
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
