import { join } from "node:path";
import { expect, it } from "vitest";
import { runMain, runTrain } from "../support/runMain.ts";
import { firstDigits } from "../support/smallDigits.ts";

const fixtures = join(import.meta.dirname, "..", "fixtures", "digits");

it("a cnn that learned from real digits reads those drawn by hand, in both polarities", async () => {
  // A tenth of MNIST, once: enough for this, and done in seconds.
  const data = firstDigits({ train: 6000, test: 100 });
  const learning = ["--model", "cnn", "--epochs", "1", "--batch-size", "32", "--threads", "2"];
  const { out } = await runTrain(data, learning);
  for (const hand of ["first-hand", "second-hand"]) {
    for (const polarity of ["black-on-white", "white-on-black"]) {
      const digits = [...Array(10).keys()];
      const paths = digits.map((digit) => join(fixtures, hand, polarity, `${digit}.png`));
      const { terminal } = await runMain(["predict", ...paths, "--from", join(out, "model.json"), "--json"], { out });
      const read = (terminal.json.predictions as { digit: number }[]).map(({ digit }) => digit);
      expect(read.filter((digit, i) => digit === i).length).toBeGreaterThanOrEqual(9);
    }
  }
}, 60_000);
