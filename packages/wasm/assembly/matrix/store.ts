import { multiplyAdd } from "../lanes";
import { loadPart, storePart } from "./parts";

/** c ← alpha·sum + beta·c for one vector; c is read only when told to. */
@inline
export function update<T>(c: usize, sum: v128, alpha: v128, beta: v128, reads: bool): void {
  let value = v128.mul<T>(alpha, sum);
  if (reads) value = multiplyAdd<T>(beta, v128.load(c), value);
  v128.store(c, value);
}

/** The same for the first `count` lanes. A call: it is needed at the right edge only. */
export function updatePart<T>(c: usize, sum: v128, alpha: v128, beta: v128, reads: bool, count: i32): void {
  let value = v128.mul<T>(alpha, sum);
  if (reads) value = multiplyAdd<T>(beta, loadPart<T>(c, count), value);
  storePart<T>(c, value, count);
}
