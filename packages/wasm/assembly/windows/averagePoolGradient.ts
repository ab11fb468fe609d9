import { divisor } from "./averagePool";
import { firstTwo, lastTwo, loadFour, rounded, storeFour } from "./four";
import { extent, height, INPUT, KERNEL, OUTPUT, PAD, STRIDE, time, width } from "./geometry";

/**
 * x ← x + equal shares of y. Shares and sums are in double precision; a sum is rounded each time a share is added. Each
 * position gets its shares in the order of the windows.
 *
 * @param shares room for a float64 for each window of a row
 */
function averageGradients<T>(g: usize, planes: i32, countPadding: bool, y: usize, x: usize, shares: usize): void {
  const inputT = time(g, INPUT), inputH = height(g, INPUT), inputW = width(g, INPUT);
  const kernelT = time(g, KERNEL), kernelH = height(g, KERNEL), kernelW = width(g, KERNEL);
  const padT = time(g, PAD), padH = height(g, PAD), padW = width(g, PAD);
  const outputW = width(g, OUTPUT), strideW = width(g, STRIDE);
  const inputBytes = extent(g, INPUT) << alignof<T>();
  const pairs = sizeof<T>() == 4 && kernelW == 2 && strideW == 2 && padW == 0;
  // Else there are no four positions side by side with all windows that they could be in.
  const shared = sizeof<T>() == 4 && strideW < kernelW && outputW >= 4 + (kernelW - 1) / strideW;
  for (; planes > 0; planes--, x += inputBytes) {
    let t = -padT;
    for (let ot = time(g, OUTPUT); ot > 0; ot--, t += time(g, STRIDE)) {
      const t1 = min(t + kernelT, inputT);
      const overT = divisor(t, kernelT, inputT, countPadding ? padT : 0);
      let h = -padH;
      for (let oh = height(g, OUTPUT); oh > 0; oh--, h += height(g, STRIDE)) {
        const h1 = min(h + kernelH, inputH);
        const over = overT * divisor(h, kernelH, inputH, countPadding ? padH : 0);
        let w = -padW;
        for (let ow = 0; ow < outputW; ow++, w += strideW, y += sizeof<T>()) {
          const size = over * divisor(w, kernelW, inputW, countPadding ? padW : 0);
          store<f64>(shares + (<usize>ow << 3), <f64>load<T>(y) / <f64>size);
        }
        for (let i = max(t, 0); i < t1; i++) {
          for (let j = max(h, 0); j < h1; j++) {
            const row = x + (<usize>((i * inputH + j) * inputW) << alignof<T>());
            if (pairs) addPairs(row, inputW, outputW, shares);
            else if (shared) addShares(row, inputW, outputW, kernelW, strideW, padW, shares);
            else addEach<T>(row, inputW, outputW, kernelW, strideW, padW, shares);
          }
        }
      }
    }
  }
}

/** Adds the shares of a row of windows to a row of x, window by window. */
@inline
function addEach<T>(
  row: usize, inputW: i32, outputW: i32, kernelW: i32, strideW: i32, padW: i32, shares: usize,
): void {
  let w = -padW;
  for (let ow = outputW; ow > 0; ow--, w += strideW, shares += 8) {
    const share = load<f64>(shares);
    const begin = max(w, 0);
    let at = row + (<usize>begin << alignof<T>());
    let k = min(w + kernelW, inputW) - begin;
    if (sizeof<T>() == 4) {
      const both = f64x2.splat(share);
      for (; k >= 4; k -= 4, at += 16) {
        const four = v128.load(at);
        v128.store(at, rounded(f64x2.add(firstTwo(four), both), f64x2.add(lastTwo(four), both)));
      }
    }
    for (; k > 0; k--, at += sizeof<T>()) store<T>(at, <T>(<f64>load<T>(at) + share));
  }
}

/**
 * The same in float32 for windows that share positions, each of which is loaded and stored once. Position q·stride + r − pad
 * is in the windows from q − m to q, where m is how many further strides fit into the kernel behind r.
 */
@inline
function addShares(
  row: usize, inputW: i32, outputW: i32, kernelW: i32, strideW: i32, padW: i32, shares: usize,
): void {
  const step = <usize>strideW << 2;
  for (let r = strideW - 1; r >= 0; r--) {
    const most = (kernelW - 1 - r) / strideW;
    const end = min(outputW + most, (inputW + padW - r + strideW - 1) / strideW);
    let q = max(0, (padW - r + strideW - 1) / strideW);
    let at = row + (<usize>(q * strideW + r - padW) << 2);
    while (q < end) {
      if (q >= most && q + 4 <= min(end, outputW)) {
        let four = loadFour(at, step);
        for (let m = most; m >= 0; m--) {
          const share = shares + (<usize>(q - m) << 3);
          four = rounded(f64x2.add(firstTwo(four), v128.load(share)), f64x2.add(lastTwo(four), v128.load(share, 16)));
        }
        storeFour(at, step, four);
        q += 4;
        at += 4 * step;
        continue;
      }
      let value = load<f32>(at);
      const least = max(0, q - outputW + 1);
      for (let m = min(most, q); m >= least; m--) value = <f32>(<f64>value + load<f64>(shares + (<usize>(q - m) << 3)));
      store<f32>(at, value);
      q++;
      at += step;
    }
  }
}

/** The same in float32 for windows that are two wide and lie side by side, from the start of the row on. */
@inline
function addPairs(row: usize, inputW: i32, outputW: i32, shares: usize): void {
  let ow = 0;
  // Four elements of two windows at a time.
  for (const end = min(outputW, inputW >> 1) & ~1; ow < end; ow += 2, row += 16, shares += 16) {
    const four = v128.load(row);
    const first = f64x2.add(firstTwo(four), v128.load64_splat(shares));
    v128.store(row, rounded(first, f64x2.add(lastTwo(four), v128.load64_splat(shares, 8))));
  }
  for (let position = ow << 1; ow < outputW; ow++, shares += 8) {
    for (let k = 0; k < 2 && position < inputW; k++, position++, row += 4) {
      store<f32>(row, <f32>(<f64>load<f32>(row) + load<f64>(shares)));
    }
  }
}

export function windows_averagePoolGradient_f32(
  geometry: usize, planes: i32, gradOutput: usize, gradInput: usize, countPadding: i32, shares: usize,
): void {
  averageGradients<f32>(geometry, planes, countPadding != 0, gradOutput, gradInput, shares);
}
export function windows_averagePoolGradient_f64(
  geometry: usize, planes: i32, gradOutput: usize, gradInput: usize, countPadding: i32, shares: usize,
): void {
  averageGradients<f64>(geometry, planes, countPadding != 0, gradOutput, gradInput, shares);
}
