/**
 * What users import, from everything to one layer: what they leave out must not come along.
 *
 * @type {readonly { name: string, program: string }[]}
 */
export const programs = [
  {
    name: "all of @rushlight/nn",
    program: 'import * as nn from "@rushlight/nn";\nglobalThis.kept = { ...nn };\n',
  },
  {
    name: "a perceptron of @rushlight/nn",
    program: [
      'import { CrossEntropyCriterion, Linear, ReLU, Sequential } from "@rushlight/nn";',
      "const net = new Sequential().add(new Linear(4, 3)).add(new ReLU()).add(new Linear(3, 2));",
      "globalThis.kept = [net, new CrossEntropyCriterion()];",
    ].join("\n"),
  },
  {
    name: "Linear of @rushlight/layers, without kernels",
    program: 'import { Linear } from "@rushlight/layers";\nglobalThis.kept = new Linear(3, 2);\n',
  },
  {
    name: "the kernels, @rushlight/wasm",
    program: 'import { createWasmBackend } from "@rushlight/wasm";\nglobalThis.kept = createWasmBackend();\n',
  },
  {
    name: "lineChart of @rushlight/plot, with Vega",
    program: 'import { lineChart } from "@rushlight/plot";\nglobalThis.kept = lineChart;\n',
  },
  {
    name: "@rushlight/tensor",
    program: 'import * as tensor from "@rushlight/tensor";\nglobalThis.kept = { ...tensor };\n',
  },
];
