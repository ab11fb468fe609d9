// A strict TypeScript file, compiled under both kinds of module resolution.
import * as nn from "@rushlight/nn";
import { sgd } from "@rushlight/optim";
import { type Chart, lineChart } from "@rushlight/plot";
import { renderPng } from "@rushlight/plot/node";
import { type Tensor, tensor } from "@rushlight/tensor";

const network = nn.sequential(new nn.Linear(4, 3), new nn.ReLU(), new nn.Linear(3, 2), new nn.LogSoftMax());
const output: Tensor = network.forward(tensor([[1, 2, 3, 4]]));
const criterion = new nn.ClassNLLCriterion();
const loss: number = criterion.forward(output, tensor([1], { dtype: "int32" }));

const [parameters, gradients] = network.getParameters();
const after: Tensor = sgd(() => [loss, gradients], parameters, { learningRate: 0.1 }).x;
export const settled: readonly number[] = after.size();

const points = [{ x: 0, y: loss }];
const chart: Chart = lineChart({
  title: "Loss",
  x: { title: "step" },
  y: { title: "nll" },
  series: [{ name: "a", points }],
});
export const picture: Promise<Uint8Array> = renderPng(chart, { theme: "dark" });

// @ts-expect-error a Linear takes a tensor, not a table of tensors
new nn.Linear(4, 3).forward([output, output]);
