import { expect, test } from "vitest";
import { jaxPeer } from "../src/peers/jax/jaxPeer.ts";
import { rushlightPeer } from "../src/peers/rushlight/rushlightPeer.ts";
import { tfjsPeer } from "../src/peers/tfjs/tfjsPeer.ts";
import { parseAnswer, parseGreeting, parseRequest } from "../src/workloads/protocol/messages.ts";
import type { Peer } from "../src/workloads/protocol/servePeer.ts";
import { samplesOf } from "../src/workloads/samples.ts";
import { trainingOf } from "../src/workloads/trainingOf.ts";
import type { Workload } from "../src/workloads/Workload.ts";
import { workloads } from "../src/workloads/workloads.ts";
import { fakeWorkload } from "./fakeSystem.ts";

function workload(name: string): Workload {
  const found = workloads.find((each) => each.name === name);
  if (found === undefined) throw new Error(`expected a workload ${name}`);
  return found;
}

const peers: [name: string, open: () => Promise<Peer>][] = [
  ["Rushlight", rushlightPeer],
  ["Rushlight on two threads", () => rushlightPeer(2)],
  ["TensorFlow.js on wasm", () => tfjsPeer("wasm")],
  ["TensorFlow.js on cpu", () => tfjsPeer("cpu")],
  ["jax-js", jaxPeer],
];

test.each(peers)(
  "%s learns a regression, a classification, and one with momentum and weight decay",
  async (_, open) => {
    const peer = await open();
    expect(Object.keys(peer.versions)).toContain("Node");
    for (const name of ["E", "D", "B3"]) {
      const training = peer.begin(workload(name));
      const first = await training.run(1);
      const last = await training.run(20);
      expect(first).toBeGreaterThan(0);
      expect(last).toBeLessThan(first);
    }
  },
);

test.each([
  ["CNN", 5],
  ["CNN2", 2],
])("Rushlight learns with convolutions: %s", async (name, steps) => {
  const training = (await rushlightPeer()).begin(workload(name));
  const first = Number(training.run(1));
  expect(first).toBeCloseTo(Math.log(10), 0);
  expect(training.run(steps)).toBeLessThan(first);
});

test("Rushlight repeats a single layer, with the same gradients every time", async () => {
  const peer = await rushlightPeer();
  // A gradient that is uniform in ±1 has a mean square of a third; pooling gives a quarter of it to each, or all to one.
  for (const [name, square] of [
    ["MP", 1 / 12],
    ["AP", 1 / 48],
  ] as const) {
    const training = peer.begin(workload(name));
    expect(training.run(2)).toBeCloseTo(square, 3);
    expect(training.run(1)).toBe(training.run(1));
  }
  // Divided by the deviation of such numbers, the gradient has a mean square of one.
  expect(peer.begin(workload("BN")).run(1)).toBeCloseTo(1, 2);
});

test("other systems say that they are not asked for single layers", async () => {
  const peer = await jaxPeer();
  expect(() => peer.begin(workload("BN"))).toThrow("single layers are measured in Rushlight and PyTorch alone");
});

test("samples are the same every time, and each class has its own", () => {
  const { inputs, targets } = samplesOf(trainingOf(workload("D")));
  expect(inputs).toHaveLength(64 * 784);
  expect([...targets.slice(0, 12)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
  expect(samplesOf(trainingOf(workload("D"))).inputs).toEqual(inputs);
  // The fourth sample is of class 3: its pixels 3, 13, 23, ... are bright.
  const bright = inputs.slice(3 * 784, 4 * 784).reduce((sum, value, pixel) => sum + (pixel % 10 === 3 ? value : 0), 0);
  const dark = inputs.slice(3 * 784, 4 * 784).reduce((sum, value, pixel) => sum + (pixel % 10 === 4 ? value : 0), 0);
  expect(bright).toBeGreaterThan(5 * dark);
});

test("messages are what they say, and others are refused with what came", () => {
  expect(parseGreeting('{"versions":{"Node":"20"}}')).toEqual({ versions: { Node: "20" } });
  expect(parseGreeting('{"unavailable":"why"}')).toEqual({ unavailable: "why" });
  expect(() => parseGreeting('{"versions":{"Node":20}}')).toThrow('got {"versions":{"Node":20}}');
  expect(parseAnswer('{"milliseconds":1,"loss":null}')).toEqual({ milliseconds: 1, loss: null });
  expect(parseAnswer('{"error":"why"}')).toEqual({ error: "why" });
  expect(() => parseAnswer('{"milliseconds":1}')).toThrow("expected an answer with milliseconds and loss");
  expect(() => parseAnswer("[1")).toThrow("expected a line with a JSON object, got [1");
  const request = { workload: fakeWorkload("D"), steps: 3 };
  expect(parseRequest(JSON.stringify(request))).toEqual(request);
  expect(() => parseRequest('{"steps":3}')).toThrow("expected a request with a workload and steps");
});
