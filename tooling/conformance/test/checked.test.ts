import { type Activation, checked, flattened, recursiveClone, unchecked } from "@rushlight/module";
import { manualSeed } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { families } from "../src/rows/rows.ts";

function elements(activation: Activation): number[][] {
  return flattened(activation).map((tensor) => [...tensor.values()]);
}

describe("checked mode finds nothing wrong with right use, and changes no result", () => {
  test.each(families.flatMap((family) => family.rows))("$name", ({ module, input }) => {
    manualSeed(287);
    const [net, x] = [module(), input()];
    const steps = (either: typeof net): Activation[] => {
      manualSeed(1);
      return [0, 1].map(() => {
        either.zeroGradParameters();
        const given = recursiveClone(x);
        const y = recursiveClone(either.forward(given));
        const gradInput = recursiveClone(either.backward(given, recursiveClone(y)));
        either.updateParameters(0.01);
        return [y, gradInput];
      });
    };
    const plain = unchecked(net.clone());
    expect(elements(steps(checked(net)))).toEqual(elements(steps(plain)));
  });
});
