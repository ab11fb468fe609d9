import { DILATION, endInside, extent, firstInside, height, INPUT, KERNEL, OUTPUT, PAD, STRIDE, time, width } from "./geometry";

/**
 * columns ← the windows of x or, to fold, x ← x + columns. For one position of the windows, what lies under it in a row of
 * windows lies evenly spaced in a row of the input, between what falls into the padding.
 */
function columnRows<T>(fold: bool, g: usize, planes: i32, x: usize, columns: usize): void {
  const inputT = time(g, INPUT), inputH = height(g, INPUT), inputW = width(g, INPUT);
  const outputT = time(g, OUTPUT), outputH = height(g, OUTPUT), outputW = width(g, OUTPUT);
  const strideT = time(g, STRIDE), strideH = height(g, STRIDE), strideW = width(g, STRIDE);
  const step = <usize>strideW << alignof<T>();
  const inputBytes = extent(g, INPUT) << alignof<T>();
  for (; planes > 0; planes--, x += inputBytes) {
    for (let kt = 0; kt < time(g, KERNEL); kt++) {
      for (let kh = 0; kh < height(g, KERNEL); kh++) {
        for (let kw = 0; kw < width(g, KERNEL); kw++) {
          const w = kw * width(g, DILATION) - width(g, PAD);
          const first = firstInside(w, strideW, outputW);
          const end = endInside(w, strideW, outputW, inputW, first);
          let t = kt * time(g, DILATION) - time(g, PAD);
          for (let ot = outputT; ot > 0; ot--, t += strideT) {
            let h = kh * height(g, DILATION) - height(g, PAD);
            for (let oh = outputH; oh > 0; oh--, h += strideH) {
              const outside = t < 0 || t >= inputT || h < 0 || h >= inputH;
              const before = outside ? outputW : first;
              const inside = outside ? 0 : end - first;
              if (!fold) zeros<T>(before, columns);
              columns += <usize>before << alignof<T>();
              const at = x + (<usize>((t * inputH + h) * inputW + w + before * strideW) << alignof<T>());
              if (fold) addRun<T>(inside, columns, at, step);
              else copyRun<T>(inside, at, step, columns);
              columns += <usize>inside << alignof<T>();
              const after = outputW - before - inside;
              if (!fold) zeros<T>(after, columns);
              columns += <usize>after << alignof<T>();
            }
          }
        }
      }
    }
  }
}

@inline
function zeros<T>(count: i32, to: usize): void {
  const lanes: i32 = 16 / sizeof<T>();
  for (; count >= lanes; count -= lanes, to += 16) v128.store(to, v128.splat<T>(0));
  for (; count > 0; count--, to += sizeof<T>()) store<T>(to, 0);
}

/** Runs are short: a loop over vectors is done before memory.copy has begun. */
@inline
function copyRun<T>(count: i32, from: usize, step: usize, to: usize): void {
  const lanes: i32 = 16 / sizeof<T>();
  if (step == sizeof<T>()) {
    for (; count >= 2 * lanes; count -= 2 * lanes, from += 32, to += 32) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
    }
    if (count >= lanes) {
      v128.store(to, v128.load(from));
      count -= lanes;
      from += 16;
      to += 16;
    }
  }
  for (; count > 0; count--, from += step, to += sizeof<T>()) store<T>(to, load<T>(from));
}

@inline
function addRun<T>(count: i32, from: usize, to: usize, step: usize): void {
  const lanes: i32 = 16 / sizeof<T>();
  if (step == sizeof<T>()) {
    for (; count >= lanes; count -= lanes, from += 16, to += 16) {
      v128.store(to, v128.add<T>(v128.load(to), v128.load(from)));
    }
  }
  for (; count > 0; count--, from += sizeof<T>(), to += step) store<T>(to, load<T>(to) + load<T>(from));
}

export function windows_unfold_f32(geometry: usize, planes: i32, x: usize, columns: usize): void {
  columnRows<f32>(false, geometry, planes, x, columns);
}
export function windows_unfold_f64(geometry: usize, planes: i32, x: usize, columns: usize): void {
  columnRows<f64>(false, geometry, planes, x, columns);
}

export function windows_fold_f32(geometry: usize, planes: i32, columns: usize, x: usize): void {
  columnRows<f32>(true, geometry, planes, x, columns);
}
export function windows_fold_f64(geometry: usize, planes: i32, columns: usize, x: usize): void {
  columnRows<f64>(true, geometry, planes, x, columns);
}
