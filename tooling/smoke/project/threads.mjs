import assert from "node:assert/strict";
import * as nn from "@rushlight/nn";
import { startThreads } from "@rushlight/parallel";
import { backend, mm, ones, randn } from "@rushlight/tensor";

const net = new nn.Linear(300, 200);
const input = randn(100, 300);
const single = net.forward(input).clone();

const threads = await startThreads({ threads: 3 });
assert.equal(threads.threads, 3);
assert.equal(backend().name, "parallel");
for (let i = 0; i < 10; i++) assert.deepEqual(net.forward(input).toArray(), single.toArray());
await threads.close();
assert.equal(backend().name, "wasm");

// Threads that nobody closes let the program end.
await startThreads({ threads: 2 });
assert.equal(mm(ones(200, 300), ones(300, 200)).sum(), 12_000_000);
