import { logSoftMaxAcross, logSoftMaxGradientAcross, softMaxAcross, softMaxGradientAcross } from "./across";
import { logSoftMaxAlong, logSoftMaxGradientAlong, softMaxAlong, softMaxGradientAlong } from "./along";

// Functions over the rows of dense blocks [outer, size, inner]; y may be x, gradInput may be gradOutput.

@inline
function rows<T>(log: bool, outer: i32, size: i32, inner: i32, x: usize, y: usize): void {
  const step = <usize>inner << alignof<T>();
  const block = <usize>size * step;
  if (log && inner == 1) {
    for (; outer > 0; outer -= 2, x += 2 * block, y += 2 * block) {
      logSoftMaxAlong<T>(size, x, y, outer == 1 ? 0 : block);
    }
    return;
  }
  for (; outer > 0; outer--, x += block, y += block) {
    if (inner == 1) {
      softMaxAlong<T>(size, x, y);
    } else {
      const lanes: i32 = 16 / sizeof<T>();
      for (let i = 0; i < inner; i += lanes) {
        const at = <usize>i << alignof<T>();
        if (log) logSoftMaxAcross<T>(size, step, min(inner - i, lanes), x + at, y + at);
        else softMaxAcross<T>(size, step, min(inner - i, lanes), x + at, y + at);
      }
    }
  }
}

@inline
function gradients<T>(log: bool, outer: i32, size: i32, inner: i32, y: usize, gradY: usize, gradX: usize): void {
  const step = <usize>inner << alignof<T>();
  const block = <usize>size * step;
  for (; outer > 0; outer--, y += block, gradY += block, gradX += block) {
    if (inner == 1) {
      if (log) logSoftMaxGradientAlong<T>(size, y, gradY, gradX);
      else softMaxGradientAlong<T>(size, y, gradY, gradX);
    } else {
      const lanes: i32 = 16 / sizeof<T>();
      for (let i = 0; i < inner; i += lanes) {
        const at = <usize>i << alignof<T>();
        const some = min(inner - i, lanes);
        if (log) logSoftMaxGradientAcross<T>(size, step, some, y + at, gradY + at, gradX + at);
        else softMaxGradientAcross<T>(size, step, some, y + at, gradY + at, gradX + at);
      }
    }
  }
}

export function rows_softMax_f32(outer: i32, size: i32, inner: i32, x: usize, y: usize): void {
  rows<f32>(false, outer, size, inner, x, y);
}
export function rows_softMax_f64(outer: i32, size: i32, inner: i32, x: usize, y: usize): void {
  rows<f64>(false, outer, size, inner, x, y);
}

export function rows_logSoftMax_f32(outer: i32, size: i32, inner: i32, x: usize, y: usize): void {
  rows<f32>(true, outer, size, inner, x, y);
}
export function rows_logSoftMax_f64(outer: i32, size: i32, inner: i32, x: usize, y: usize): void {
  rows<f64>(true, outer, size, inner, x, y);
}

export function rows_softMaxGradient_f32(
  outer: i32,
  size: i32,
  inner: i32,
  output: usize,
  gradOutput: usize,
  gradInput: usize,
): void {
  gradients<f32>(false, outer, size, inner, output, gradOutput, gradInput);
}
export function rows_softMaxGradient_f64(
  outer: i32,
  size: i32,
  inner: i32,
  output: usize,
  gradOutput: usize,
  gradInput: usize,
): void {
  gradients<f64>(false, outer, size, inner, output, gradOutput, gradInput);
}

export function rows_logSoftMaxGradient_f32(
  outer: i32,
  size: i32,
  inner: i32,
  output: usize,
  gradOutput: usize,
  gradInput: usize,
): void {
  gradients<f32>(true, outer, size, inner, output, gradOutput, gradInput);
}
export function rows_logSoftMaxGradient_f64(
  outer: i32,
  size: i32,
  inner: i32,
  output: usize,
  gradOutput: usize,
  gradInput: usize,
): void {
  gradients<f64>(true, outer, size, inner, output, gradOutput, gradInput);
}
