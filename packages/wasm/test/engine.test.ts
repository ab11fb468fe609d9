import { describe, expect, test } from "vitest";
import { EngineMemory } from "../src/engine/EngineMemory.ts";
import { detectFeatures } from "../src/engine/features.ts";
import { createWasmBackend } from "../src/index.ts";
import { sharedEngine } from "../src/threads/index.ts";
import { engines } from "./engines.ts";

test("this platform has vectors", () => {
  expect(detectFeatures().simd).toBe(true);
});

test("memory that another thread has made grow meanwhile is there, also when it can not grow any more", () => {
  const { memory } = sharedEngine(createWasmBackend({ shared: true }));
  const present = memory.buffer.byteLength;
  const contested = {
    get buffer() {
      return memory.buffer;
    },
    grow(pages: number) {
      // The other thread is faster, and takes all that there is.
      if (memory.buffer.byteLength === present) memory.grow(256);
      throw new RangeError(`no room for ${pages} pages`);
    },
  };
  const seen = EngineMemory.attach(contested, present + 2 ** 24, undefined, undefined);
  expect(seen.reach(present + 2 ** 23)).toBe(true);
  expect(seen.buffer.byteLength).toBe(present + 2 ** 24);
  expect(seen.reach(present + 2 ** 25)).toBe(false);
});

describe.each(engines())("the engine (%s)", (_name, engine) => {
  test("gives scratch memory that stays until the next call and grows when more is needed", () => {
    const first = engine.scratch(0, 1000);
    engine.float32[first / 4] = 7;
    expect(engine.scratch(0, 900)).toBe(first);
    const other = engine.scratch(1, 100);
    expect(other % 64).toBe(0);
    expect(other).not.toBe(first);
    const grown = engine.scratch(0, 300_000_000);
    expect(engine.buffer.byteLength).toBeGreaterThanOrEqual(grown + 300_000_000);
    expect(engine.float64.buffer).toBe(engine.buffer);
  });

  test("knows the addresses of its own arrays alone", () => {
    const own = new Float64Array(engine.buffer, 64_000, 10);
    expect(engine.addressOf(own, 3)).toBe(64_024);
    expect(engine.addressOf(new Float32Array(4), 1)).toBe(0);
  });
});
