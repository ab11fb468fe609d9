import { type FloatArray, plainBackend, type StepKernels } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { copyIn, copyOut } from "../engine/staging.ts";

// What a step of sgd carries from the last one, as the kernel numbers it.
const NOTHING = 0;
const VELOCITY = 1;
const VELOCITY_AHEAD = 2;

/** Elements of managed operands that are copied at a time. */
const BLOCK = 4096;

/** The optimiser steps of an engine. */
export function stepKernels(engine: Engine): StepKernels {
  const { step_sgd_f32, step_sgd_f64, step_adam_f32, step_adam_f64 } = engine.kernels;
  const { step_adadelta_f32, step_adadelta_f64, step_adamax_f32, step_adamax_f64 } = engine.kernels;
  const { step_rprop_f32, step_rprop_f64 } = engine.kernels;
  // Taken once: no step makes the memory grow, which may detach the arrays that a caller holds.
  for (let slot = 0; slot < 4; slot++) engine.scratch(slot, BLOCK * 8);
  return {
    sgd(count, x, ix, g, ig, v, iv, rate, momentum, dampening, weightDecay, nesterov, first) {
      const kernel = x instanceof Float32Array ? step_sgd_f32 : step_sgd_f64;
      const carries = momentum === 0 ? NOTHING : nesterov ? VELOCITY_AHEAD : VELOCITY;
      // At the first step the velocity becomes the direction, whatever it was.
      if (carries !== NOTHING && first) plainBackend.map.fill(count, v, iv, 1, v, iv, 1, 0, 0);
      const keep = first ? 0 : momentum;
      const share = first ? 1 : 1 - dampening;
      const block = blockOf(engine, count, x, g, v, x);
      for (; count > 0; count -= block, ix += block, ig += block, iv += block) {
        const some = Math.min(count, block);
        const toX = stage(engine, 0, some, x, ix);
        const toG = stage(engine, 1, some, g, ig);
        const toV = momentum === 0 ? 0 : stage(engine, 2, some, v, iv);
        kernel(some, toX, toG, toV, rate, carries, keep, share, momentum, weightDecay);
        putBack(engine, 0, some, x, ix);
        if (momentum !== 0) putBack(engine, 2, some, v, iv);
      }
    },
    adam(count, x, ix, g, ig, m, im, v, iv, rate, beta1, beta2, epsilon, weightDecay) {
      const kernel = x instanceof Float32Array ? step_adam_f32 : step_adam_f64;
      inBlocks(engine, count, x, ix, g, ig, m, im, v, iv, (some, toX, toG, toM, toV) => {
        kernel(some, toX, toG, toM, toV, rate, beta1, beta2, epsilon, weightDecay);
      });
    },
    adadelta(count, x, ix, g, ig, v, iv, a, ia, rho, epsilon, weightDecay) {
      const kernel = x instanceof Float32Array ? step_adadelta_f32 : step_adadelta_f64;
      inBlocks(engine, count, x, ix, g, ig, v, iv, a, ia, (some, toX, toG, toV, toA) => {
        kernel(some, toX, toG, toV, toA, rho, epsilon, weightDecay);
      });
    },
    adamax(count, x, ix, g, ig, m, im, u, iu, rate, beta1, beta2, epsilon, weightDecay) {
      const kernel = x instanceof Float32Array ? step_adamax_f32 : step_adamax_f64;
      inBlocks(engine, count, x, ix, g, ig, m, im, u, iu, (some, toX, toG, toM, toU) => {
        kernel(some, toX, toG, toM, toU, rate, beta1, beta2, epsilon, weightDecay);
      });
    },
    rprop(count, x, ix, g, ig, p, ip, s, is, grow, shrink, least, most) {
      const kernel = x instanceof Float32Array ? step_rprop_f32 : step_rprop_f64;
      inBlocks(engine, count, x, ix, g, ig, p, ip, s, is, (some, toX, toG, toP, toS) => {
        kernel(some, toX, toG, toP, toS, grow, shrink, least, most);
      });
    },
    rmsprop(count, x, ix, g, ig, v, iv, rate, alpha, epsilon, weightDecay) {
      scaled(engine, count, x, ix, g, ig, v, iv, rate, alpha, 1 - alpha, epsilon, weightDecay);
    },
    adagrad(count, x, ix, g, ig, v, iv, rate, epsilon, weightDecay) {
      scaled(engine, count, x, ix, g, ig, v, iv, rate, 1, 1, epsilon, weightDecay);
    },
  };
}

/** A step over parameters, their gradient, and two tensors that go with them, as many elements at a time as can be placed. */
function inBlocks(
  engine: Engine,
  count: number,
  x: FloatArray,
  ix: number,
  g: FloatArray,
  ig: number,
  a: FloatArray,
  ia: number,
  b: FloatArray,
  ib: number,
  run: (some: number, toX: number, toG: number, toA: number, toB: number) => void,
): void {
  const block = blockOf(engine, count, x, g, a, b);
  for (; count > 0; count -= block, ix += block, ig += block, ia += block, ib += block) {
    const some = Math.min(count, block);
    const toX = stage(engine, 0, some, x, ix);
    const toG = stage(engine, 1, some, g, ig);
    const toA = stage(engine, 2, some, a, ia);
    const toB = stage(engine, 3, some, b, ib);
    run(some, toX, toG, toA, toB);
    putBack(engine, 0, some, x, ix);
    putBack(engine, 2, some, a, ia);
    putBack(engine, 3, some, b, ib);
  }
}

/** v ← keep·v + share·d²; x ← x − rate·d / (√v + epsilon). */
function scaled(
  engine: Engine,
  count: number,
  x: FloatArray,
  ix: number,
  g: FloatArray,
  ig: number,
  v: FloatArray,
  iv: number,
  rate: number,
  keep: number,
  share: number,
  epsilon: number,
  weightDecay: number,
): void {
  const { step_scaled_f32, step_scaled_f64 } = engine.kernels;
  const kernel = x instanceof Float32Array ? step_scaled_f32 : step_scaled_f64;
  const block = blockOf(engine, count, x, g, v, x);
  for (; count > 0; count -= block, ix += block, ig += block, iv += block) {
    const some = Math.min(count, block);
    const toX = stage(engine, 0, some, x, ix);
    const toG = stage(engine, 1, some, g, ig);
    const toV = stage(engine, 2, some, v, iv);
    kernel(some, toX, toG, toV, rate, keep, share, epsilon, weightDecay);
    putBack(engine, 0, some, x, ix);
    putBack(engine, 2, some, v, iv);
  }
}

/** How many elements a kernel takes at a time: all when no operand must be copied. */
function blockOf(engine: Engine, count: number, a: FloatArray, b: FloatArray, c: FloatArray, d: FloatArray): number {
  const { buffer } = engine;
  const inPlace = a.buffer === buffer && b.buffer === buffer && c.buffer === buffer && d.buffer === buffer;
  return inPlace ? count : BLOCK;
}

/** The address of a resident operand, or of a copy of a managed one. */
function stage(engine: Engine, slot: number, count: number, x: FloatArray, at: number): number {
  const address = engine.addressOf(x, at);
  if (address !== 0) return address;
  const copy = engine.scratch(slot, BLOCK * 8);
  copyIn(engine, count, x, at, 1, copy);
  return copy;
}

/** Copies back what a kernel made of a managed operand. */
function putBack(engine: Engine, slot: number, count: number, x: FloatArray, at: number): void {
  if (engine.addressOf(x, at) === 0) copyOut(engine, count, engine.scratch(slot, BLOCK * 8), x, at, 1);
}
