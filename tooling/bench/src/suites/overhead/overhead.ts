import * as nn from "@rushlight/nn";
import { type Backend, ones, type Tensor, useBackend } from "@rushlight/tensor";
import type { Alternative, Comparison } from "../../harness/Comparison.ts";
import { on } from "../on.ts";
import type { Suite } from "../Suite.ts";
import { theWasmBackend } from "../theWasmBackend.ts";
import { allocationsPerStep } from "./allocations.ts";
import { Identity } from "./Identity.ts";

/** The most that a call of a module that does nothing may take, forward and backward together, in milliseconds. */
const MODULE_CALL = 1e-3;

/** How often modules of other classes are called first. */
const WARM_UP = 1000;

/** What calls cost beside what they compute. */
export const overhead: Suite = {
  name: "overhead",
  about: "forward and backward of modules that compute next to nothing",
  prepare() {
    const wasm = theWasmBackend();
    useBackend(wasm);
    const facts = allocationsPerStep();
    return { comparisons: comparisons(wasm), facts };
  },
};

function comparisons(backend: Backend): Comparison[] {
  const ten = new nn.Sequential();
  for (let i = 0; i < 10; i++) ten.add(new Identity());
  // An engine that has seen one class of modules alone makes the calls vanish.
  const several = [new nn.Tanh(), new nn.Sigmoid(), new nn.SoftMax(), new nn.CMul(1), new nn.Linear(1, 1), ten];
  for (const module of several) {
    const { run } = call(backend, module);
    for (let i = 0; i < WARM_UP; i++) run();
  }
  return [
    { name: "a module that does nothing", alternatives: [call(backend, new Identity(), { timeAtMost: MODULE_CALL })] },
    { name: "Sequential of ten of them", alternatives: [call(backend, ten)] },
    { name: "Linear(1, 1), one sample", alternatives: [call(backend, new nn.Linear(1, 1))] },
  ];
}

function call(backend: Backend, module: nn.Module, target?: Alternative["target"]): Alternative {
  const x = ones(1, 1);
  const gradOutput = ones(1, 1);
  // Out of a list, because a module that never changes becomes part of the compiled code, which no program's does.
  const modules = [module];
  const run = on(backend, () => forwardBackward(modules[0], x, gradOutput));
  return { name: backend.name, run, ...(target === undefined ? {} : { target }) };
}

/** One function for all modules: what an engine knows of a call belongs to the function that makes it. */
function forwardBackward(module: nn.Module, x: Tensor, gradOutput: Tensor): Tensor {
  module.forward(x);
  return module.backward(x, gradOutput);
}
