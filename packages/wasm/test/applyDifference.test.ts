import fc from "fast-check";
import { expect, test } from "vitest";
import { difference } from "../scripts/difference.js";
import { applyDifference } from "../src/engine/applyDifference.ts";

test("bytes are copied from the other binary or taken from the text", () => {
  const base = Uint8Array.from([10, 11, 12, 13, 14, 15]);
  expect([...applyDifference(base, "1,2 ff00 -1,3 1,1")]).toEqual([11, 12, 255, 0, 12, 13, 14]);
});

test("a binary comes back from its difference to any other", () => {
  const runs = fc.array(fc.uint8Array({ minLength: 1, maxLength: 20 }), { maxLength: 6 });
  fc.assert(
    fc.property(
      runs,
      fc.array(fc.nat(5), { maxLength: 12 }),
      fc.uint8Array({ maxLength: 9 }),
      (pieces, order, rest) => {
        const base = Buffer.concat(pieces);
        const binary = Buffer.concat([...order.map((i) => pieces[i] ?? Uint8Array.of(i)), rest]);
        const text = difference(base, binary);
        if (binary.length > 0) expect(Buffer.from(applyDifference(base, text))).toEqual(binary);
      },
    ),
  );
});
