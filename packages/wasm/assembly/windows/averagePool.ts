import { firstTwo, lastTwo, loadFour, rounded } from "./four";
import { beginOf, endOf } from "./given";
import { extent, height, INPUT, KERNEL, OUTPUT, PAD, STRIDE, time, width } from "./geometry";

/** y ← the mean of each window of x. Sums are in double precision, rounded once when they are stored. */
function averages<T>(g: usize, planes: i32, countPadding: bool, x: usize, y: usize): void {
  const inputT = time(g, INPUT), inputH = height(g, INPUT), inputW = width(g, INPUT);
  const kernelT = time(g, KERNEL), kernelH = height(g, KERNEL), kernelW = width(g, KERNEL);
  const padT = time(g, PAD), padH = height(g, PAD), padW = width(g, PAD);
  const strideW = width(g, STRIDE);
  const inputBytes = extent(g, INPUT) << alignof<T>();
  // From the first element of four windows to the last one.
  const reach = 3 * strideW + kernelW - 1;
  for (; planes > 0; planes--, x += inputBytes) {
    let t = -padT;
    for (let ot = time(g, OUTPUT); ot > 0; ot--, t += time(g, STRIDE)) {
      const t0 = max(t, 0), t1 = min(t + kernelT, inputT);
      const overT = divisor(t, kernelT, inputT, countPadding ? padT : 0);
      let h = -padH;
      for (let oh = height(g, OUTPUT); oh > 0; oh--, h += height(g, STRIDE)) {
        const h0 = max(h, 0), h1 = min(h + kernelH, inputH);
        const over = overT * divisor(h, kernelH, inputH, countPadding ? padH : 0);
        let w = -padW;
        for (let ow = width(g, OUTPUT); ow > 0; ) {
          if (sizeof<T>() == 4 && ow >= 4 && w >= 0 && w + reach < inputW) {
            averageFour(x, inputH, inputW, t0, t1, h0, h1, w, kernelW, strideW, <f64>(over * kernelW), y);
            ow -= 4;
            w += 4 * strideW;
            y += 16;
            continue;
          }
          const w0 = max(w, 0), w1 = min(w + kernelW, inputW);
          const size = <f64>(over * divisor(w, kernelW, inputW, countPadding ? padW : 0));
          average<T>(false, x, inputH, inputW, t0, t1, h0, h1, w0, w1, size, y);
          ow--;
          w += strideW;
          y += sizeof<T>();
        }
      }
    }
  }
}

/** Four windows of float32 whose rows begin at w and lie wholly inside: each sum in its lane, in the order of one window. */
@inline
function averageFour(
  x: usize, inputH: i32, inputW: i32, t0: i32, t1: i32, h0: i32, h1: i32, w: i32, kernelW: i32, strideW: i32, size: f64,
  y: usize,
): void {
  let first = f64x2.splat(0), last = f64x2.splat(0);
  for (let i = t0; i < t1; i++) {
    for (let j = h0; j < h1; j++) {
      let at = x + (<usize>((i * inputH + j) * inputW + w) << 2);
      let k = kernelW;
      if (strideW == 2) {
        for (; k >= 2; k -= 2, at += 8) {
          const left = v128.load(at), right = v128.load(at, 16);
          const even = v128.shuffle<f32>(left, right, 0, 2, 4, 6), odd = v128.shuffle<f32>(left, right, 1, 3, 5, 7);
          first = f64x2.add(f64x2.add(first, firstTwo(even)), firstTwo(odd));
          last = f64x2.add(f64x2.add(last, lastTwo(even)), lastTwo(odd));
        }
      }
      for (; k > 0; k--, at += 4) {
        const four = loadFour(at, <usize>strideW << 2);
        first = f64x2.add(first, firstTwo(four));
        last = f64x2.add(last, lastTwo(four));
      }
    }
  }
  const sizes = f64x2.splat(size);
  v128.store(y, rounded(f64x2.div(first, sizes), f64x2.div(last, sizes)));
}

/** One window, from (t0, h0, w0) up to (t1, h1, w1) of the plane at x. */
@inline
function average<T>(
  gradient: bool, x: usize, inputH: i32, inputW: i32, t0: i32, t1: i32, h0: i32, h1: i32, w0: i32, w1: i32, size: f64,
  y: usize,
): void {
  const share = gradient ? <f64>load<T>(y) / size : 0;
  let total: f64 = 0;
  for (let i = t0; i < t1; i++) {
    for (let j = h0; j < h1; j++) {
      let at = x + (<usize>((i * inputH + j) * inputW + w0) << alignof<T>());
      for (let k = w0; k < w1; k++, at += sizeof<T>()) {
        const here = <f64>load<T>(at);
        if (gradient) store<T>(at, <T>(here + share));
        else total += here;
      }
    }
  }
  if (!gradient) store<T>(y, <T>(total / size));
}

/** The same for windows that are given one by one. */
function averagesWithin<T>(
  gradient: bool, g: usize, planes: i32, bounds: usize, boundsStep: i32, x: usize, y: usize,
): void {
  const inputH = height(g, INPUT), inputW = width(g, INPUT);
  const outputT = time(g, OUTPUT), outputH = height(g, OUTPUT), outputW = width(g, OUTPUT);
  const inputBytes = extent(g, INPUT) << alignof<T>();
  for (; planes > 0; planes--, x += inputBytes, bounds += <usize>boundsStep << 2) {
    const heights = bounds + (<usize>outputT << 3), widths = heights + (<usize>outputH << 3);
    for (let ot = 0; ot < outputT; ot++) {
      const t0 = beginOf(bounds, ot), t1 = endOf(bounds, outputT, ot);
      for (let oh = 0; oh < outputH; oh++) {
        const h0 = beginOf(heights, oh), h1 = endOf(heights, outputH, oh);
        const over = (t1 - t0) * (h1 - h0);
        for (let ow = 0; ow < outputW; ow++, y += sizeof<T>()) {
          const w0 = beginOf(widths, ow), w1 = endOf(widths, outputW, ow);
          average<T>(gradient, x, inputH, inputW, t0, t1, h0, h1, w0, w1, <f64>(over * (w1 - w0)), y);
        }
      }
    }
  }
}

/** How many positions of a window, from `first` on, are in the input or in so much padding at either end. */
@inline
export function divisor(first: i32, kernel: i32, extent: i32, padding: i32): i32 {
  return max(0, min(first + kernel, extent + padding) - max(first, -padding));
}

export function windows_averagePool_f32(geometry: usize, planes: i32, x: usize, y: usize, countPadding: i32): void {
  averages<f32>(geometry, planes, countPadding != 0, x, y);
}
export function windows_averagePool_f64(geometry: usize, planes: i32, x: usize, y: usize, countPadding: i32): void {
  averages<f64>(geometry, planes, countPadding != 0, x, y);
}

export function windows_averagePoolWithin_f32(
  extents: usize, planes: i32, bounds: usize, boundsStep: i32, x: usize, y: usize,
): void {
  averagesWithin<f32>(false, extents, planes, bounds, boundsStep, x, y);
}
export function windows_averagePoolWithin_f64(
  extents: usize, planes: i32, bounds: usize, boundsStep: i32, x: usize, y: usize,
): void {
  averagesWithin<f64>(false, extents, planes, bounds, boundsStep, x, y);
}

export function windows_averagePoolWithinGradient_f32(
  extents: usize, planes: i32, bounds: usize, boundsStep: i32, gradOutput: usize, gradInput: usize,
): void {
  averagesWithin<f32>(true, extents, planes, bounds, boundsStep, gradInput, gradOutput);
}
export function windows_averagePoolWithinGradient_f64(
  extents: usize, planes: i32, bounds: usize, boundsStep: i32, gradOutput: usize, gradInput: usize,
): void {
  averagesWithin<f64>(true, extents, planes, bounds, boundsStep, gradInput, gradOutput);
}
