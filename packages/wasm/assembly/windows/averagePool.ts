import { extent, height, INPUT, KERNEL, OUTPUT, PAD, STRIDE, time, width } from "./geometry";

/**
 * y ← the mean of each window of x or, for the gradient, x ← x + equal shares of y. Sums and shares are in double precision,
 * rounded once when they are stored.
 */
function averages<T>(gradient: bool, g: usize, planes: i32, countPadding: bool, x: usize, y: usize): void {
  const inputT = time(g, INPUT), inputH = height(g, INPUT), inputW = width(g, INPUT);
  const kernelT = time(g, KERNEL), kernelH = height(g, KERNEL), kernelW = width(g, KERNEL);
  const padT = time(g, PAD), padH = height(g, PAD), padW = width(g, PAD);
  const strideW = width(g, STRIDE);
  const inputBytes = extent(g, INPUT) << alignof<T>();
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
        for (let ow = width(g, OUTPUT); ow > 0; ow--, w += strideW, y += sizeof<T>()) {
          const w0 = max(w, 0), w1 = min(w + kernelW, inputW);
          const size = <f64>(over * divisor(w, kernelW, inputW, countPadding ? padW : 0));
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
      }
    }
  }
}

/** How many positions of a window, from `first` on, are in the input or in so much padding at either end. */
@inline
function divisor(first: i32, kernel: i32, extent: i32, padding: i32): i32 {
  return max(0, min(first + kernel, extent + padding) - max(first, -padding));
}

export function windows_averagePool_f32(geometry: usize, planes: i32, x: usize, y: usize, countPadding: i32): void {
  averages<f32>(false, geometry, planes, countPadding != 0, x, y);
}
export function windows_averagePool_f64(geometry: usize, planes: i32, x: usize, y: usize, countPadding: i32): void {
  averages<f64>(false, geometry, planes, countPadding != 0, x, y);
}

export function windows_averagePoolGradient_f32(
  geometry: usize, planes: i32, gradOutput: usize, gradInput: usize, countPadding: i32,
): void {
  averages<f32>(true, geometry, planes, countPadding != 0, gradInput, gradOutput);
}
export function windows_averagePoolGradient_f64(
  geometry: usize, planes: i32, gradOutput: usize, gradInput: usize, countPadding: i32,
): void {
  averages<f64>(true, geometry, planes, countPadding != 0, gradInput, gradOutput);
}
