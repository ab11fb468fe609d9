// Maps with numbers of their own for each channel of a dense block `[outer, channels, inner]`. Each step is rounded, as in
// the plain functions. The numbers are of the dtype of the block, all a's first, then all b's and so on.
//
// They compute `channels` of `all` channels: addresses are those of the first one.

/** y ← (x − a)·b + c */
@inline
function normalize<T>(outer: i32, channels: i32, all: i32, inner: i32, x: usize, numbers: usize, y: usize): void {
  const lanes: i32 = 16 / sizeof<T>();
  const apart = <usize>all << alignof<T>();
  const end = numbers + (<usize>channels << alignof<T>());
  const others = (<usize>(all - channels) * inner) << alignof<T>();
  for (; outer > 0; outer--) {
    let at = numbers;
    if (inner == 1) {
      for (; at + 16 <= end; at += 16, x += 16, y += 16) {
        const part = v128.mul<T>(v128.sub<T>(v128.load(x), v128.load(at)), v128.load(at + apart));
        v128.store(y, v128.add<T>(part, v128.load(at + 2 * apart)));
      }
    }
    for (; at < end; at += sizeof<T>()) {
      const a = load<T>(at), b = load<T>(at + apart), c = load<T>(at + 2 * apart);
      const as = v128.splat<T>(a), bs = v128.splat<T>(b), cs = v128.splat<T>(c);
      let i = inner;
      for (; i >= lanes; i -= lanes, x += 16, y += 16) {
        v128.store(y, v128.add<T>(v128.mul<T>(v128.sub<T>(v128.load(x), as), bs), cs));
      }
      for (; i > 0; i--, x += sizeof<T>(), y += sizeof<T>()) store<T>(y, (load<T>(x) - a) * b + c);
    }
    x += others;
    y += others;
  }
}

/** z ← ((y − c) − (x − a)·b)·d */
@inline
function gradient<T>(outer: i32, channels: i32, all: i32, inner: i32, x: usize, y: usize, numbers: usize, z: usize): void {
  const lanes: i32 = 16 / sizeof<T>();
  const apart = <usize>all << alignof<T>();
  const end = numbers + (<usize>channels << alignof<T>());
  const others = (<usize>(all - channels) * inner) << alignof<T>();
  for (; outer > 0; outer--) {
    let at = numbers;
    if (inner == 1) {
      for (; at + 16 <= end; at += 16, x += 16, y += 16, z += 16) {
        const part = v128.mul<T>(v128.sub<T>(v128.load(x), v128.load(at)), v128.load(at + apart));
        const rest = v128.sub<T>(v128.sub<T>(v128.load(y), v128.load(at + 2 * apart)), part);
        v128.store(z, v128.mul<T>(rest, v128.load(at + 3 * apart)));
      }
    }
    for (; at < end; at += sizeof<T>()) {
      const a = load<T>(at), b = load<T>(at + apart), c = load<T>(at + 2 * apart), d = load<T>(at + 3 * apart);
      const as = v128.splat<T>(a), bs = v128.splat<T>(b), cs = v128.splat<T>(c), ds = v128.splat<T>(d);
      let i = inner;
      for (; i >= lanes; i -= lanes, x += 16, y += 16, z += 16) {
        const part = v128.mul<T>(v128.sub<T>(v128.load(x), as), bs);
        v128.store(z, v128.mul<T>(v128.sub<T>(v128.sub<T>(v128.load(y), cs), part), ds));
      }
      for (; i > 0; i--, x += sizeof<T>(), y += sizeof<T>(), z += sizeof<T>()) {
        store<T>(z, ((load<T>(y) - c) - (load<T>(x) - a) * b) * d);
      }
    }
    x += others;
    y += others;
    z += others;
  }
}

export function channel_normalize_f32(
  outer: i32, channels: i32, all: i32, inner: i32, x: usize, numbers: usize, y: usize,
): void {
  normalize<f32>(outer, channels, all, inner, x, numbers, y);
}
export function channel_normalize_f64(
  outer: i32, channels: i32, all: i32, inner: i32, x: usize, numbers: usize, y: usize,
): void {
  normalize<f64>(outer, channels, all, inner, x, numbers, y);
}

export function channel_normalizeGradient_f32(
  outer: i32, channels: i32, all: i32, inner: i32, x: usize, y: usize, numbers: usize, z: usize,
): void {
  gradient<f32>(outer, channels, all, inner, x, y, numbers, z);
}
export function channel_normalizeGradient_f64(
  outer: i32, channels: i32, all: i32, inner: i32, x: usize, y: usize, numbers: usize, z: usize,
): void {
  gradient<f64>(outer, channels, all, inner, x, y, numbers, z);
}
