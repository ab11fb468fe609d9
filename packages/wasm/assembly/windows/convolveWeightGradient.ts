import { multiplyAdd } from "../lanes";
import { extent, height, INPUT, OUTPUT, STRIDE, time, width } from "./geometry";
import { termCount, writeOffsets } from "./convolve";

/**
 * The sums of two outputs and four terms over all windows of a sample, added to vectors in `sums`. The last windows of a row
 * that do not fill a vector are taken with those before them, which `rest` then leaves out.
 */
@inline
function tile<T>(
  g: usize, x: usize, offset0: usize, offset1: usize, offset2: usize, offset3: usize, gradY0: usize, gradY1: usize,
  rest: v128, sum0: usize, sum1: usize,
): void {
  const lanes: i32 = 16 / sizeof<T>();
  const outputW = width(g, OUTPUT);
  const rowBytes = <usize>width(g, INPUT) << alignof<T>();
  const strideH = <usize>height(g, STRIDE) * rowBytes;
  const strideT = <usize>(time(g, STRIDE) * height(g, INPUT)) * rowBytes;
  let a0 = v128.load(sum0), a1 = v128.load(sum0, 16), a2 = v128.load(sum0, 32), a3 = v128.load(sum0, 48);
  let b0 = v128.load(sum1), b1 = v128.load(sum1, 16), b2 = v128.load(sum1, 32), b3 = v128.load(sum1, 48);
  for (let ot = time(g, OUTPUT); ot > 0; ot--, x += strideT) {
    let from = x;
    for (let oh = height(g, OUTPUT); oh > 0; oh--, from += strideH) {
      let at: usize = 0;
      let ow = outputW;
      for (; ow >= lanes; ow -= lanes, at += 16) {
        const here = from + at;
        const g0 = v128.load(gradY0 + at), g1 = v128.load(gradY1 + at);
        const x0 = v128.load(here + offset0), x1 = v128.load(here + offset1);
        a0 = multiplyAdd<T>(g0, x0, a0);
        b0 = multiplyAdd<T>(g1, x0, b0);
        a1 = multiplyAdd<T>(g0, x1, a1);
        b1 = multiplyAdd<T>(g1, x1, b1);
        const x2 = v128.load(here + offset2), x3 = v128.load(here + offset3);
        a2 = multiplyAdd<T>(g0, x2, a2);
        b2 = multiplyAdd<T>(g1, x2, b2);
        a3 = multiplyAdd<T>(g0, x3, a3);
        b3 = multiplyAdd<T>(g1, x3, b3);
      }
      if (ow > 0) {
        const back = <usize>(outputW - lanes) << alignof<T>();
        const here = from + back;
        const g0 = v128.and(v128.load(gradY0 + back), rest), g1 = v128.and(v128.load(gradY1 + back), rest);
        const x0 = v128.and(v128.load(here + offset0), rest), x1 = v128.and(v128.load(here + offset1), rest);
        a0 = multiplyAdd<T>(g0, x0, a0);
        b0 = multiplyAdd<T>(g1, x0, b0);
        a1 = multiplyAdd<T>(g0, x1, a1);
        b1 = multiplyAdd<T>(g1, x1, b1);
        const x2 = v128.and(v128.load(here + offset2), rest), x3 = v128.and(v128.load(here + offset3), rest);
        a2 = multiplyAdd<T>(g0, x2, a2);
        b2 = multiplyAdd<T>(g1, x2, b2);
        a3 = multiplyAdd<T>(g0, x3, a3);
        b3 = multiplyAdd<T>(g1, x3, b3);
      }
      const bytes = <usize>outputW << alignof<T>();
      gradY0 += bytes;
      gradY1 += bytes;
    }
  }
  v128.store(sum0, a0);
  v128.store(sum0, a1, 16);
  v128.store(sum0, a2, 32);
  v128.store(sum0, a3, 48);
  v128.store(sum1, b0);
  v128.store(sum1, b1, 16);
  v128.store(sum1, b2, 32);
  v128.store(sum1, b3, 48);
}

/**
 * gradWeight ← gradWeight + scale·gradY·windowsᵀ, for `outputs` of `all` outputs: addresses are those of the first. `scratch` has the offsets of the terms, padded to whole vectors, and then
 * a vector of sums for each weight, with outputs padded to pairs and terms to fours.
 */
@inline
function weightGradient<T>(
  g: usize, planes: i32, outputs: i32, all: i32, samples: i32, scale: T, x: usize, gradY: usize, gradWeight: usize,
  scratch: usize,
): void {
  const lanes: i32 = 16 / sizeof<T>();
  const terms = termCount(g, planes), outputW = width(g, OUTPUT);
  const fours = (terms + 3) & ~3, pairs = (outputs + 1) & ~1;
  const sums = scratch + (<usize>fours << 2), sumRow = <usize>fours << 4;
  const outputBytes = extent(g, OUTPUT) << alignof<T>();
  writeOffsets(g, planes, alignof<T>(), scratch);
  // Terms and outputs that are not there are the last ones again: what comes of them is not looked at.
  const last = load<i32>(scratch + (<usize>(terms - 1) << 2));
  for (let k = terms; k < fours; k++) store<i32>(scratch + (<usize>k << 2), last);
  memory.fill(sums, 0, <usize>pairs * sumRow);
  const some = outputW % lanes;
  let rest = v128.splat<T>(0);
  if (sizeof<T>() == 4) {
    rest = i32x4.gt_s(i32x4.splat(some), i32x4(3, 2, 1, 0));
  } else {
    rest = i64x2.gt_s(i64x2.splat(some), i64x2(1, 0));
  }
  for (; samples > 0; samples--, x += (<usize>planes * extent(g, INPUT)) << alignof<T>()) {
    for (let o = 0; o < outputs; o += 2) {
      const gradY0 = gradY + <usize>o * outputBytes, gradY1 = gradY + <usize>min(o + 1, outputs - 1) * outputBytes;
      const sum = sums + <usize>o * sumRow;
      for (let k = 0; k < terms; k += 4) {
        const at = scratch + (<usize>k << 2), to = sum + (<usize>k << 4);
        tile<T>(
          g, x, load<i32>(at), load<i32>(at, 4), load<i32>(at, 8), load<i32>(at, 12), gradY0, gradY1,
          rest, to, to + sumRow,
        );
      }
    }
    gradY += <usize>all * outputBytes;
  }
  for (let o = 0; o < outputs; o++) {
    let from = sums + <usize>o * sumRow;
    for (let k = terms; k > 0; k--, from += 16, gradWeight += sizeof<T>()) {
      let total: T = 0;
      for (let lane: usize = 0; lane < 16; lane += sizeof<T>()) total += load<T>(from + lane);
      store<T>(gradWeight, load<T>(gradWeight) + scale * total);
    }
  }
}

export function windows_convolveWeightGradient_f32(
  geometry: usize, planes: i32, outputs: i32, all: i32, samples: i32, scale: f64, x: usize, gradY: usize, gradWeight: usize,
  scratch: usize,
): void {
  weightGradient<f32>(geometry, planes, outputs, all, samples, <f32>scale, x, gradY, gradWeight, scratch);
}
export function windows_convolveWeightGradient_f64(
  geometry: usize, planes: i32, outputs: i32, all: i32, samples: i32, scale: f64, x: usize, gradY: usize, gradWeight: usize,
  scratch: usize,
): void {
  weightGradient<f64>(geometry, planes, outputs, all, samples, scale, x, gradY, gradWeight, scratch);
}
