/** Runs of up to this many keys are sorted by insertion. */
const LONGEST_INSERTION = 16;

/**
 * Puts keys `from` up to but not `to` in ascending order, with `order` alongside; equal keys stay in the order they are
 * in. No key may be NaN. The spare arrays are as long, and hold anything.
 */
export function mergeSort(
  keys: Float64Array,
  order: Int32Array,
  spareKeys: Float64Array,
  spareOrder: Int32Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    spareKeys[i] = keys[i];
    spareOrder[i] = order[i];
  }
  sortFrom(spareKeys, spareOrder, from, to, keys, order);
}

/** Sorts a part of the destination; the source begins with the same contents and ends with anything. */
function sortFrom(
  keys: Float64Array,
  order: Int32Array,
  from: number,
  to: number,
  destinationKeys: Float64Array,
  destinationOrder: Int32Array,
): void {
  if (to - from <= LONGEST_INSERTION) {
    insertionSort(destinationKeys, destinationOrder, from, to);
    return;
  }
  const middle = (from + to) >>> 1;
  // The halves are sorted in the source, then merged into the destination.
  sortFrom(destinationKeys, destinationOrder, from, middle, keys, order);
  sortFrom(destinationKeys, destinationOrder, middle, to, keys, order);
  merge(keys, order, from, middle, to, destinationKeys, destinationOrder);
}

function insertionSort(keys: Float64Array, order: Int32Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const key = keys[i];
    const position = order[i];
    let hole = i;
    while (hole > from && keys[hole - 1] > key) {
      keys[hole] = keys[hole - 1];
      order[hole] = order[hole - 1];
      hole -= 1;
    }
    keys[hole] = key;
    order[hole] = position;
  }
}

function merge(
  keys: Float64Array,
  order: Int32Array,
  from: number,
  middle: number,
  to: number,
  destinationKeys: Float64Array,
  destinationOrder: Int32Array,
): void {
  let left = from;
  let right = middle;
  let next = from;
  // Halves that are in order already are only copied.
  const rightEnd = keys[middle - 1] <= keys[middle] ? middle : to;
  while (left < middle && right < rightEnd) {
    if (keys[left] <= keys[right]) {
      destinationKeys[next] = keys[left];
      destinationOrder[next++] = order[left++];
    } else {
      destinationKeys[next] = keys[right];
      destinationOrder[next++] = order[right++];
    }
  }
  for (; left < middle; left++, next++) {
    destinationKeys[next] = keys[left];
    destinationOrder[next] = order[left];
  }
  for (; right < to; right++, next++) {
    destinationKeys[next] = keys[right];
    destinationOrder[next] = order[right];
  }
}
