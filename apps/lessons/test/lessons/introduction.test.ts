import { defaultDtype } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { introduction } from "../../src/introduction/index.ts";
import { runWhole } from "../runWhole.ts";

test("the introduction prints Torch7's figures", async () => {
  const { off, expected, charts, lines } = await runWhole(introduction);
  expect(off).toEqual([]);
  expect(expected.size).toBe(59);
  expect(expected.get("f.gradWeight")).toBe("1.6834 3.3668 5.0503 6.7337 8.4171");
  expect(expected.get("MSE of zeros(3) and randn(3)")).toBe("1.8225688302461");
  expect(expected.get("loss 4, flat vectors")).toBe("1.35031201575178");
  expect(expected.get("loss 4, updateParameters")).toBe("1.35031201575178");
  expect(charts).toEqual(["introduction-loss.svg"]);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

test("a lesson in float64 leaves the default dtype as it was", async () => {
  const before = defaultDtype();
  await runWhole(introduction);
  expect(introduction.dtype).toBe("float64");
  expect(defaultDtype()).toBe(before);
});
