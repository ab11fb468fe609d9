// An ES module that trains two steps.
import assert from "node:assert/strict";
import * as nn from "@rushlight/nn";
import { Adam, sgd } from "@rushlight/optim";
import { manualSeed, randn, tensor } from "@rushlight/tensor";

// Networks print the names of their classes, and errors those of modules: building must not change them.
for (const [name, value] of Object.entries(nn)) {
  if (typeof value === "function") assert.equal(value.name, name, `${name} is called ${value.name}`);
}

manualSeed(287);
const network = new nn.Sequential().add(new nn.Linear(4, 8)).add(new nn.ReLU()).add(new nn.Linear(8, 3));
network.add(new nn.LogSoftMax());
const criterion = new nn.ClassNLLCriterion();
const [parameters, gradients] = network.getParameters();
const input = randn(6, 4);
const target = tensor([0, 1, 2, 0, 1, 2], { dtype: "int32" });

function lossAndGradient() {
  gradients.zero();
  const output = network.forward(input);
  const loss = criterion.forward(output, target);
  network.backward(input, criterion.backward(output, target));
  return /** @type {const} */ ([loss, gradients]);
}

const losses = [];
for (let step = 0; step < 2; step++) losses.push(sgd(lossAndGradient, parameters, { learningRate: 0.1 }).losses[0]);
losses.push(lossAndGradient()[0]);
assert.ok(losses[2] < losses[1] && losses[1] < losses[0], `the loss does not fall: ${losses.join(", ")}`);

const options = { learningRate: 0.01, groups: [{ parameters: [network.get(0).bias], weightDecay: 0.1 }] };
const optimizer = new Adam(parameters, options);
optimizer.step(lossAndGradient);
const saved = JSON.parse(JSON.stringify(optimizer.state()));
assert.deepEqual(new Adam(parameters, options).load(saved).state(), saved);
console.log(`${network}\nloss: ${losses.join(", ")}`);
