/**
 * Moves the keys, with `order` alongside, so that key k of `count` is the one that a sort would put there, those before
 * it are not larger and those behind it not smaller. No key may be NaN.
 *
 * The median of three and the partition are those of Torch, so that among equals the same one ends at k.
 */
export function quickselect(keys: Float64Array, order: Int32Array, count: number, k: number): void {
  let left = 0;
  let right = count - 1;
  while (right > left + 1) {
    swap(keys, order, (left + right) >> 1, left + 1);
    if (keys[left + 1] > keys[right]) swap(keys, order, left + 1, right);
    if (keys[left] > keys[right]) swap(keys, order, left, right);
    if (keys[left + 1] > keys[left]) swap(keys, order, left + 1, left);
    const pivot = keys[left];
    let i = left + 1;
    let j = right;
    while (true) {
      do i += 1;
      while (keys[i] < pivot);
      do j -= 1;
      while (keys[j] > pivot);
      if (j < i) break;
      swap(keys, order, i, j);
    }
    swap(keys, order, left, j);
    if (j <= k) left = i;
    if (j >= k) right = j - 1;
  }
  if (right === left + 1 && keys[left] > keys[right]) swap(keys, order, left, right);
}

function swap(keys: Float64Array, order: Int32Array, a: number, b: number): void {
  const key = keys[a];
  const position = order[a];
  keys[a] = keys[b];
  order[a] = order[b];
  keys[b] = key;
  order[b] = position;
}
