import { expect, test } from "vitest";
import { problems } from "../src/problems.js";

const origin = "http://127.0.0.1:1";
const expected = { isolated: true, origin, files: ["/index.html", "/main.js"], missing: [] };
const result = {
  backend: "wasm",
  features: ["simd", "shared-memory"],
  isolated: true,
  first: 0.7,
  loss: 0.01,
  right: 200,
};
const visit = { result, complaints: [], requests: [`${origin}/`, `${origin}/main.js`, "data:,"] };

test("a page that works has none", () => {
  expect(problems(visit, expected)).toEqual([]);
  const open = { ...visit, result: { ...result, isolated: false, features: ["simd"] } };
  expect(problems(open, { ...expected, isolated: false })).toEqual([]);
});

test("each thing that is wrong is a sentence", () => {
  const bad = { ...result, backend: "plain", features: [], isolated: false, loss: Number.NaN };
  const requests = [...visit.requests, `${origin}/kernels.wasm`, "https://elsewhere.example/"];
  expect(problems({ result: bad, complaints: ["oh"], requests }, { ...expected, missing: ["/kernels.wasm"] })).toEqual([
    "expected crossOriginIsolated to be true, got false",
    "expected the backend wasm, got plain",
    "expected shared memory to be used when isolated: true, got ",
    "expected the loss to fall below 0.1, got 0.7 at first and NaN at last",
    "expected a silent console, got: oh",
    `expected no request beyond the page's own files, got ${origin}/kernels.wasm`,
    "expected no request beyond the page's own files, got https://elsewhere.example/",
    "expected no request for what is not there, got /kernels.wasm",
  ]);
});
