import { checkModule } from "@rushlight/module/testing";
import { manualSeed } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { families } from "../src/rows/rows.ts";

for (const { name, rows } of families.filter((family) => family.rows.length > 0)) {
  describe(`${name} keep what modules promise`, () => {
    test.each(rows)("$name", ({ module, input, options, skipped }) => {
      manualSeed(287);
      expect(checkModule(module(), input(), options).skipped).toEqual(skipped ?? []);
    });
  });
}
