import { multiplyAdd } from "../lanes";
import { lanesOf, loadPart, storePart } from "./parts";

/** A ← A + alpha·x·yᵀ with x and y contiguous: each row of A gets its multiple of y. */
@inline
export function addOuter<T>(m: i32, n: i32, alpha: T, x: usize, y: usize, a: usize, leading: usize): void {
  const lanes = lanesOf<T>();
  const rest = n % lanes, whole = n - rest;
  for (let i = 0; i < m; i++, x += sizeof<T>(), a += leading * sizeof<T>()) {
    const factor = v128.splat<T>(alpha * load<T>(x));
    let at = a, from = y;
    for (let j = 0; j < whole; j += lanes, at += 16, from += 16) {
      v128.store(at, multiplyAdd<T>(factor, v128.load(from), v128.load(at)));
    }
    if (rest == 0) continue;
    storePart<T>(at, multiplyAdd<T>(factor, loadPart<T>(from, rest), loadPart<T>(at, rest)), rest);
  }
}
