import { multiplyAdd } from "../lanes";
import { DILATION, extent, height, INPUT, KERNEL, OUTPUT, STRIDE, time, width } from "./geometry";

// Convolutions of windows that are wholly inside the input and side by side in its rows, at least a vector of them. What
// lies under one position of the kernel, its term, for neighbouring windows are then neighbouring elements: where it
// lies, measured from the first window's beginning, is looked up in a table, and nothing is unfolded.

/** offsets ← where the terms of a window are, in bytes. */
export function writeOffsets(g: usize, planes: i32, shift: usize, offsets: usize): void {
  const inputH = height(g, INPUT), inputW = width(g, INPUT);
  for (let plane = 0; plane < planes; plane++) {
    for (let kt = 0; kt < time(g, KERNEL); kt++) {
      for (let kh = 0; kh < height(g, KERNEL); kh++) {
        const row = ((plane * time(g, INPUT) + kt * time(g, DILATION)) * inputH + kh * height(g, DILATION)) * inputW;
        for (let kw = 0; kw < width(g, KERNEL); kw++, offsets += 4) {
          store<i32>(offsets, (row + kw * width(g, DILATION)) << <i32>shift);
        }
      }
    }
  }
}

/** The terms of a window. */
@inline
export function termCount(g: usize, planes: i32): i32 {
  return planes * <i32>extent(g, KERNEL);
}

/**
 * Two outputs of 1, 2 or 4 vectors of windows (a constant): 8 sums, 4 vectors of x and 2 weights are what fits into V8's
 * 15 vector registers.
 */
@inline
function tile<T>(
  vectors: i32, terms: i32, offsets: usize, x: usize, weight0: usize, weight1: usize, bias0: T, bias1: T,
  y0: usize, y1: usize,
): void {
  let a0 = v128.splat<T>(bias0), a1 = a0, a2 = a0, a3 = a0;
  let b0 = v128.splat<T>(bias1), b1 = b0, b2 = b0, b3 = b0;
  for (; terms > 0; terms--, offsets += 4, weight0 += sizeof<T>(), weight1 += sizeof<T>()) {
    const from = x + <usize>load<i32>(offsets);
    const w0 = v128.load_splat<T>(weight0), w1 = v128.load_splat<T>(weight1);
    const x0 = v128.load(from);
    a0 = multiplyAdd<T>(w0, x0, a0);
    b0 = multiplyAdd<T>(w1, x0, b0);
    if (vectors > 1) {
      const x1 = v128.load(from, 16);
      a1 = multiplyAdd<T>(w0, x1, a1);
      b1 = multiplyAdd<T>(w1, x1, b1);
    }
    if (vectors > 2) {
      const x2 = v128.load(from, 32), x3 = v128.load(from, 48);
      a2 = multiplyAdd<T>(w0, x2, a2);
      b2 = multiplyAdd<T>(w1, x2, b2);
      a3 = multiplyAdd<T>(w0, x3, a3);
      b3 = multiplyAdd<T>(w1, x3, b3);
    }
  }
  v128.store(y0, a0);
  v128.store(y1, b0);
  if (vectors > 1) {
    v128.store(y0, a1, 16);
    v128.store(y1, b1, 16);
  }
  if (vectors > 2) {
    v128.store(y0, a2, 32);
    v128.store(y1, b2, 32);
    v128.store(y0, a3, 48);
    v128.store(y1, b3, 48);
  }
}

/** y ← bias + W·windows. `bias` is 0 when there is none. `offsets` is scratch memory, 4 bytes for each term. */
@inline
function convolve<T>(
  g: usize, planes: i32, outputs: i32, samples: i32, x: usize, weight: usize, bias: usize, y: usize, offsets: usize,
): void {
  const lanes: i32 = 16 / sizeof<T>();
  const inputH = height(g, INPUT), inputW = width(g, INPUT), outputW = width(g, OUTPUT);
  const terms = termCount(g, planes);
  const weightRow = <usize>terms << alignof<T>();
  const outputBytes = extent(g, OUTPUT) << alignof<T>();
  writeOffsets(g, planes, alignof<T>(), offsets);
  for (; samples > 0; samples--, x += (<usize>planes * extent(g, INPUT)) << alignof<T>()) {
    let row = y;
    for (let ot = 0; ot < time(g, OUTPUT); ot++) {
      for (let oh = 0; oh < height(g, OUTPUT); oh++, row += <usize>outputW << alignof<T>()) {
        const first = (ot * time(g, STRIDE) * inputH + oh * height(g, STRIDE)) * inputW;
        const from = x + (<usize>first << alignof<T>());
        for (let o = 0; o < outputs; o += 2) {
          // A second output that is not there is the first one again.
          const next = min(o + 1, outputs - 1);
          const weight0 = weight + <usize>o * weightRow, weight1 = weight + <usize>next * weightRow;
          const y0 = row + <usize>o * outputBytes, y1 = row + <usize>next * outputBytes;
          const bias0 = bias == 0 ? <T>0 : load<T>(bias + (<usize>o << alignof<T>()));
          const bias1 = bias == 0 ? <T>0 : load<T>(bias + (<usize>next << alignof<T>()));
          let ow = 0;
          for (; ow <= outputW - 4 * lanes; ow += 4 * lanes) {
            const at = <usize>ow << alignof<T>();
            tile<T>(4, terms, offsets, from + at, weight0, weight1, bias0, bias1, y0 + at, y1 + at);
          }
          for (; ow <= outputW - 2 * lanes; ow += 2 * lanes) {
            const at = <usize>ow << alignof<T>();
            tile<T>(2, terms, offsets, from + at, weight0, weight1, bias0, bias1, y0 + at, y1 + at);
          }
          for (; ow < outputW; ow += lanes) {
            // The last vector ends with the row: what it has in common with the one before is computed again.
            const at = <usize>min(ow, outputW - lanes) << alignof<T>();
            tile<T>(1, terms, offsets, from + at, weight0, weight1, bias0, bias1, y0 + at, y1 + at);
          }
        }
      }
    }
    y += <usize>outputs * outputBytes;
  }
}

export function windows_convolve_f32(
  geometry: usize, planes: i32, outputs: i32, samples: i32, x: usize, weight: usize, bias: usize, y: usize,
  offsets: usize,
): void {
  convolve<f32>(geometry, planes, outputs, samples, x, weight, bias, y, offsets);
}
export function windows_convolve_f64(
  geometry: usize, planes: i32, outputs: i32, samples: i32, x: usize, weight: usize, bias: usize, y: usize,
  offsets: usize,
): void {
  convolve<f64>(geometry, planes, outputs, samples, x, weight, bias, y, offsets);
}
