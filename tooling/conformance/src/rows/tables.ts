import { GradientReversal, Identity, PrintSize, SelectTable, ZeroGrad } from "@rushlight/containers";
import { randn } from "@rushlight/tensor";
import { batchless, ownGradient, type Row } from "./Row.ts";

/** Layers that take or give tables. */
export const tableRows: readonly Row[] = [
  { name: "Identity", module: () => new Identity(), input: () => randn(4, 3) },
  { name: "Identity of a table", module: () => new Identity(), input: () => [randn(4, 3), [randn(4)]], ...batchless },
  { name: "SelectTable", module: () => new SelectTable(1), input: () => [randn(4, 3), randn(4, 2)] },
  {
    name: "SelectTable of a table",
    module: () => new SelectTable(-1),
    input: () => [randn(2), [randn(4), randn(1)]],
    ...batchless,
  },
  { name: "PrintSize", module: () => new PrintSize("", { print: () => {} }), input: () => randn(4, 3) },
  { name: "ZeroGrad", module: () => new ZeroGrad(), input: () => randn(4, 3), ...ownGradient },
  {
    name: "ZeroGrad of a table",
    module: () => new ZeroGrad(),
    input: () => [randn(4, 3), [randn(4, 2)]],
    ...ownGradient,
  },
  { name: "GradientReversal", module: () => new GradientReversal(0.5), input: () => randn(4, 3), ...ownGradient },
  {
    name: "GradientReversal of a table",
    module: () => new GradientReversal(0.5),
    input: () => [randn(4, 3), [randn(4, 2)]],
    ...ownGradient,
  },
];
