import { Readable, Writable } from "node:stream";
import { expect, test } from "vitest";
import { type Peer, servePeer } from "../src/workloads/protocol/servePeer.ts";
import { fakeWorkload } from "./fakeSystem.ts";

/** What a system says to some lines. */
async function conversation(open: () => Promise<Peer>, lines: readonly string[]): Promise<unknown[]> {
  let said = "";
  const output = new Writable({
    write(chunk, _encoding, done) {
      said += String(chunk);
      done();
    },
  });
  await servePeer(open, { input: Readable.from(lines.map((line) => `${line}\n`)), output });
  return said
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

const milliseconds: unknown = expect.any(Number);
const request = (name: string, steps: number): string => JSON.stringify({ workload: fakeWorkload(name), steps });

test("a system greets with its versions, and trains each workload further with each request", async () => {
  let begun = 0;
  const peer: Peer = {
    versions: { fake: "1" },
    begin() {
      let done = 100 * begun++;
      return { run: (steps) => (done += steps) };
    },
  };
  const said = await conversation(async () => peer, [request("D", 2), request("E", 1), request("D", 3)]);
  expect(said).toEqual([
    { versions: { fake: "1" } },
    { milliseconds, loss: 2 },
    { milliseconds, loss: 101 },
    { milliseconds, loss: 5 },
  ]);
});

test("a system that does not load says why and ends", async () => {
  const said = await conversation(() => Promise.reject(new Error("no vectors\n  at ...")), [request("D", 1)]);
  expect(said).toEqual([{ unavailable: "no vectors" }]);
});

test("what goes wrong in training is the answer, and so is a loss that is not finite", async () => {
  const peer: Peer = {
    versions: {},
    begin(workload) {
      if (workload.name === "CNN") throw new Error("no convolution");
      return { run: () => Number.NaN };
    },
  };
  const said = await conversation(async () => peer, [request("CNN", 1), request("D", 1), "{}"]);
  expect(said).toEqual([
    { versions: {} },
    { error: "no convolution" },
    { milliseconds, loss: null },
    { error: "expected a request with a workload and steps, got {}" },
  ]);
});
