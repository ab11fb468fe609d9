import { expect, test } from "vitest";
import { parseExpression } from "../src/lua/parseExpression.ts";

test("a call has its numbers, texts, truths and names as arguments", () => {
  expect(parseExpression("normal(g,-1.5,2e3,true,nil,'torch.LongTensor')")).toEqual({
    kind: "call",
    name: "normal",
    args: [
      { kind: "name", name: "g" },
      { kind: "literal", value: -1.5 },
      { kind: "literal", value: 2000 },
      { kind: "literal", value: true },
      { kind: "literal", value: null },
      { kind: "literal", value: "torch.LongTensor" },
    ],
  });
});

test("methods chain, and a remark at the end is left out", () => {
  expect(parseExpression("Tensor(5,4):t():normal() (non contiguous; logical order)")).toMatchObject({
    kind: "method",
    name: "normal",
    target: { kind: "method", name: "t", target: { kind: "call", name: "Tensor" } },
  });
});

test("a table in braces is the only argument of the call before it", () => {
  expect(parseExpression("Tensor{{1,2},{3,4}}")).toMatchObject({
    kind: "call",
    name: "Tensor",
    args: [{ kind: "table", items: [{ kind: "table" }, { kind: "table" }] }],
  });
});

test.each(["normal(", "normal(1 2)", "normal(1))", "a + b", ":normal()", "x[1]"])("%s is refused", (text) => {
  expect(() => parseExpression(text)).toThrow(SyntaxError);
});
