/**
 * Which packages of the workspace a package may import: the one direction that imports point in. A package that is
 * new under `packages/` gets a row here.
 *
 * Applications and tooling may import every package; nothing imports an application.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const importTable = {
  tensor: [],

  wasm: ["tensor"],
  blas: ["tensor", "wasm"],
  data: ["tensor"],
  plot: ["tensor"],
  optim: ["tensor"],

  module: ["tensor"],
  layers: ["module", "tensor"],
  criterion: ["module", "tensor"],
  containers: ["layers", "module", "tensor"],
  "lookup-table": ["module", "tensor"],

  nn: ["blas", "containers", "criterion", "layers", "lookup-table", "module", "tensor", "wasm"],
  parallel: [
    "nn",
    "blas",
    "containers",
    "criterion",
    "data",
    "layers",
    "lookup-table",
    "module",
    "optim",
    "tensor",
    "wasm",
  ],
};

/** The scope that every package of the workspace is published under, with its slash. */
export const scope = "@rushlight/";
