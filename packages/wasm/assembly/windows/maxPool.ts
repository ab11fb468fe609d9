import { loadFour } from "./four";
import { beginOf, endOf } from "./given";
import { DILATION, endInside, extent, firstInside, height, INPUT, KERNEL, OUTPUT, PAD, STRIDE, time, width } from "./geometry";

@inline
function maxPool<T>(g: usize, planes: i32, x: usize, y: usize, positions: usize): void {
  const inputT = time(g, INPUT), inputH = height(g, INPUT), inputW = width(g, INPUT);
  const kernelT = time(g, KERNEL), kernelH = height(g, KERNEL), kernelW = width(g, KERNEL);
  const dilationT = time(g, DILATION), dilationH = height(g, DILATION), dilationW = width(g, DILATION);
  const strideW = width(g, STRIDE), outputW = width(g, OUTPUT);
  const inputBytes = extent(g, INPUT) << alignof<T>();
  const pairs = sizeof<T>() == 4 && arePairs(g);
  // From the first element of four windows to the last one.
  const reach = 3 * strideW + (kernelW - 1) * dilationW;
  for (; planes > 0; planes--, x += inputBytes) {
    let t = -time(g, PAD);
    for (let ot = time(g, OUTPUT); ot > 0; ot--, t += time(g, STRIDE)) {
      const firstT = firstInside(t, dilationT, kernelT);
      const endT = endInside(t, dilationT, kernelT, inputT, firstT);
      let h = -height(g, PAD);
      for (let oh = height(g, OUTPUT); oh > 0; oh--, h += height(g, STRIDE)) {
        const firstH = firstInside(h, dilationH, kernelH);
        const endH = endInside(h, dilationH, kernelH, inputH, firstH);
        let w = -width(g, PAD);
        for (let ow = outputW; ow > 0; ) {
          if (sizeof<T>() == 4 && ow >= 4 && w >= 0 && w + reach < inputW) {
            if (pairs) largestOfPairs(x, (t * inputH + h) * inputW + w, inputW, y, positions);
            else largestOfFour(g, x, t, h, w, firstT, endT, firstH, endH, y, positions);
            ow -= 4;
            w += 4 * strideW;
            y += 16;
            positions += 16;
            continue;
          }
          const firstW = firstInside(w, dilationW, kernelW);
          const endW = endInside(w, dilationW, kernelW, inputW, firstW);
          let largest = <T>-Infinity;
          let position = -1;
          for (let kt = firstT; kt < endT; kt++) {
            for (let kh = firstH; kh < endH; kh++) {
              let at = ((t + kt * dilationT) * inputH + h + kh * dilationH) * inputW + w + firstW * dilationW;
              for (let kw = firstW; kw < endW; kw++, at += dilationW) {
                const value = load<T>(x + (<usize>at << alignof<T>()));
                if (value > largest) {
                  largest = value;
                  position = at;
                }
              }
            }
          }
          store<T>(y, largest);
          store<i32>(positions, position);
          ow--;
          w += strideW;
          y += sizeof<T>();
          positions += 4;
        }
      }
    }
  }
}

/** Whether all windows are two by two, side by side in their rows, and wholly inside. */
function arePairs(g: usize): bool {
  const h = (height(g, OUTPUT) - 1) * height(g, STRIDE) + 2;
  const twoByTwo = time(g, KERNEL) == 1 && height(g, KERNEL) == 2 && width(g, KERNEL) == 2;
  const undilated = height(g, DILATION) == 1 && width(g, DILATION) == 1;
  const unpadded = time(g, PAD) == 0 && height(g, PAD) == 0 && width(g, PAD) == 0;
  const inside = (time(g, OUTPUT) - 1) * time(g, STRIDE) < time(g, INPUT) && h <= height(g, INPUT);
  return twoByTwo && undilated && unpadded && inside && width(g, STRIDE) == 2 && width(g, OUTPUT) * 2 <= width(g, INPUT);
}

/** Four windows of float32 that begin in row h at w, and whose rows are wholly inside: no branches, which nobody could predict. */
@inline
function largestOfFour(
  g: usize, plane: usize, t: i32, h: i32, w: i32, firstT: i32, endT: i32, firstH: i32, endH: i32, y: usize,
  positions: usize,
): void {
  const inputH = height(g, INPUT), inputW = width(g, INPUT), strideW = width(g, STRIDE);
  let largest = f32x4.splat(-Infinity);
  let position = i32x4.splat(-1);
  for (let kt = firstT; kt < endT; kt++) {
    for (let kh = firstH; kh < endH; kh++) {
      let at = ((t + kt * time(g, DILATION)) * inputH + h + kh * height(g, DILATION)) * inputW + w;
      for (let kw = width(g, KERNEL); kw > 0; kw--, at += width(g, DILATION)) {
        const four = loadFour(plane + (<usize>at << 2), <usize>strideW << 2);
        const larger = f32x4.gt(four, largest);
        largest = v128.bitselect(four, largest, larger);
        position = v128.bitselect(i32x4.splat(at), position, larger);
      }
    }
  }
  // The windows are as far apart as their positions; those that found nothing stay at -1.
  const apart = i32x4.mul(i32x4.splat(strideW), i32x4(0, 1, 2, 3));
  const found = i32x4.gt_s(position, i32x4.splat(-1));
  v128.store(y, largest);
  v128.store(positions, i32x4.add(position, v128.and(apart, found)));
}

/** Four windows of two by two float32, side by side: `at` is where in its plane the first one begins. */
@inline
function largestOfPairs(plane: usize, at: i32, inputW: i32, y: usize, positions: usize): void {
  let largest = f32x4.splat(-Infinity);
  let position = i32x4.splat(-1);
  let here = i32x4.add(i32x4.splat(at), i32x4(0, 2, 4, 6));
  for (let row = 0; row < 2; row++) {
    const from = plane + (<usize>at << 2);
    const left = v128.load(from), right = v128.load(from, 16);
    const even = v128.shuffle<f32>(left, right, 0, 2, 4, 6);
    position = v128.bitselect(here, position, f32x4.gt(even, largest));
    largest = f32x4.pmax(largest, even);
    const odd = v128.shuffle<f32>(left, right, 1, 3, 5, 7);
    position = v128.bitselect(i32x4.add(here, i32x4.splat(1)), position, f32x4.gt(odd, largest));
    largest = f32x4.pmax(largest, odd);
    at += inputW;
    here = i32x4.add(here, i32x4.splat(inputW));
  }
  v128.store(y, largest);
  v128.store(positions, position);
}

/** The largest elements of windows that are given one by one. */
@inline
function maxPoolWithin<T>(
  g: usize, planes: i32, bounds: usize, boundsStep: i32, x: usize, y: usize, positions: usize,
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
        for (let ow = 0; ow < outputW; ow++, y += sizeof<T>(), positions += 4) {
          const w0 = beginOf(widths, ow), w1 = endOf(widths, outputW, ow);
          let largest = <T>-Infinity;
          let position = -1;
          for (let t = t0; t < t1; t++) {
            for (let h = h0; h < h1; h++) {
              const row = (t * inputH + h) * inputW;
              for (let at = row + w0; at < row + w1; at++) {
                const value = load<T>(x + (<usize>at << alignof<T>()));
                if (value > largest) {
                  largest = value;
                  position = at;
                }
              }
            }
          }
          store<T>(y, largest);
          store<i32>(positions, position);
        }
      }
    }
  }
}

@inline
function gradient<T>(
  planes: i32, inputSize: i32, outputSize: i32, gradOutput: usize, positions: usize, gradInput: usize,
): void {
  for (; planes > 0; planes--, gradInput += <usize>inputSize << alignof<T>()) {
    for (let i = outputSize; i > 0; i--, gradOutput += sizeof<T>(), positions += 4) {
      const position = load<i32>(positions);
      if (position < 0) continue;
      const to = gradInput + (<usize>position << alignof<T>());
      store<T>(to, load<T>(to) + load<T>(gradOutput));
    }
  }
}

export function windows_maxPool_f32(geometry: usize, planes: i32, x: usize, y: usize, positions: usize): void {
  maxPool<f32>(geometry, planes, x, y, positions);
}
export function windows_maxPool_f64(geometry: usize, planes: i32, x: usize, y: usize, positions: usize): void {
  maxPool<f64>(geometry, planes, x, y, positions);
}

export function windows_maxPoolGradient_f32(
  planes: i32, inputSize: i32, outputSize: i32, gradOutput: usize, positions: usize, gradInput: usize,
): void {
  gradient<f32>(planes, inputSize, outputSize, gradOutput, positions, gradInput);
}
export function windows_maxPoolGradient_f64(
  planes: i32, inputSize: i32, outputSize: i32, gradOutput: usize, positions: usize, gradInput: usize,
): void {
  gradient<f64>(planes, inputSize, outputSize, gradOutput, positions, gradInput);
}

export function windows_maxPoolWithin_f32(
  extents: usize, planes: i32, bounds: usize, boundsStep: i32, x: usize, y: usize, positions: usize,
): void {
  maxPoolWithin<f32>(extents, planes, bounds, boundsStep, x, y, positions);
}
export function windows_maxPoolWithin_f64(
  extents: usize, planes: i32, bounds: usize, boundsStep: i32, x: usize, y: usize, positions: usize,
): void {
  maxPoolWithin<f64>(extents, planes, bounds, boundsStep, x, y, positions);
}
