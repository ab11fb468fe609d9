import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawDigit } from "../test/drawings/drawDigit.ts";
import { hands } from "../test/drawings/hands.ts";

/** Draws the digits in `test/fixtures/digits` anew: `npx tsx scripts/drawDigits.js`. */
const folder = join(import.meta.dirname, "../test/fixtures/digits");
for (const [hand, drawings] of Object.entries(hands)) {
  for (const [ink, paper] of [
    ["black", "white"],
    ["white", "black"],
  ]) {
    const place = join(folder, `${hand}-hand`, `${ink}-on-${paper}`);
    mkdirSync(place, { recursive: true });
    for (const [digit, drawing] of drawings.entries()) {
      writeFileSync(join(place, `${digit}.png`), await drawDigit(drawing, { ink, paper }));
    }
  }
}
