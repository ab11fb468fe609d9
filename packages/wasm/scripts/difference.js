/** The shortest run of bytes that is worth a reference. */
const SHORTEST = 8;

/**
 * What of a binary another one does not have, as text: parts separated by spaces. A part is either bytes, two hexadecimal
 * digits each, or `skip,length`: so many bytes of the other binary, from so far behind the end of the last such run.
 * `src/engine/applyDifference.ts` puts the binary together again.
 *
 * @param {Buffer} base the other binary
 * @param {Buffer} binary
 * @returns {string}
 */
export function difference(base, binary) {
  const places = placesIn(base);
  const parts = [];
  let expected = 0;
  let copied = 0;
  for (let at = 0; at < binary.length; ) {
    const { from, length } = longestRun(base, places, binary, at, expected);
    if (length < SHORTEST) {
      at += 1;
      continue;
    }
    if (copied < at) parts.push(binary.toString("hex", copied, at));
    parts.push(`${from - expected},${length}`);
    expected = from + length;
    at += length;
    copied = at;
  }
  if (copied < binary.length) parts.push(binary.toString("hex", copied));
  return parts.join(" ");
}

/**
 * Where each run of {@link SHORTEST} bytes begins.
 *
 * @param {Buffer} base
 * @returns {Map<string, number[]>}
 */
function placesIn(base) {
  /** @type {Map<string, number[]>} */
  const places = new Map();
  for (let at = 0; at + SHORTEST <= base.length; at++) {
    const run = base.toString("latin1", at, at + SHORTEST);
    const known = places.get(run);
    if (known === undefined) places.set(run, [at]);
    else known.push(at);
  }
  return places;
}

/**
 * The longest run of `base` that the bytes at a position begin with; of equals the one that goes on where the last ended.
 *
 * @param {Buffer} base
 * @param {Map<string, number[]>} places
 * @param {Buffer} binary
 * @param {number} at
 * @param {number} expected
 * @returns {{ from: number, length: number }}
 */
function longestRun(base, places, binary, at, expected) {
  let [from, length] = [0, 0];
  for (const place of places.get(binary.toString("latin1", at, at + SHORTEST)) ?? []) {
    let same = SHORTEST;
    while (at + same < binary.length && place + same < base.length && base[place + same] === binary[at + same]) same++;
    if (same > length || (same === length && place === expected)) [from, length] = [place, same];
  }
  return { from, length };
}
