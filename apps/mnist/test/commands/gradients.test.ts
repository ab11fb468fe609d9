import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Finished, runMain, runTrain } from "../support/runMain.ts";
import { smallDigits } from "../support/smallDigits.ts";

function gradients(args: readonly string[], out?: string): Promise<Finished> {
  const data = args.includes("--data") ? [] : ["--data", smallDigits()];
  return runMain(["gradients", ...data, ...args], out === undefined ? {} : { out });
}

describe("gradients", () => {
  it("has a row for each layer, within 80 columns, and says where the report is", async () => {
    const { terminal, code, out } = await gradients(["--hidden", "20,10"]);
    expect([code, terminal.stderr.text]).toEqual([0, ""]);
    for (const layer of ["Linear(784 → 20)", "ReLU", "Linear(20 → 10)", "Linear(10 → 10)", "LogSoftMax"]) {
      expect(terminal.stdout.text).toMatch(new RegExp(`^${layer.replace(/[()]/g, "\\$&")} +-?\\d`, "m"));
    }
    expect(terminal.lines.filter((line) => line.length > 80 && !line.startsWith("report"))).toEqual([]);
    const page = readFileSync(join(out, "gradients.html"), "utf8");
    expect(page).toContain("The size of the gradient on its way down");
    expect(page).toContain("0 Linear(784 → 20)");
  });

  it("tells a gradient that vanishes in sigmoids from one that arrives in rectified units", async () => {
    const deep = ["--hidden", "30,30,30,30,30,30"];
    const sigmoid = await gradients([...deep, "--activation", "sigmoid"]);
    const relu = await gradients(["--hidden", "30", "--activation", "relu"]);
    expect(sigmoid.terminal.stdout.text).toMatch(/a\s+factor\s+of\s+[\d.e-]+:\s+it\s+vanishes\./);
    expect(relu.terminal.stdout.text).toMatch(/a\s+factor\s+of\s+[\d.e-]+:\s+it\s+arrives\./);
  });

  it("prints the whole trace as JSON when asked to", async () => {
    const { terminal } = await gradients(["--json", "--hidden", "12", "--batch-size", "8"]);
    expect(terminal.lines).toHaveLength(1);
    expect(terminal.json.loss).toBeGreaterThan(0);
    const [network, first] = terminal.json.modules as { path: string; name: string; output: { sizes: number[][] } }[];
    expect([network.path, first.path, first.name]).toEqual(["", "0", "Linear(784 → 12)"]);
    expect(first.output.sizes).toEqual([[8, 12]]);
  });

  it("looks at a cnn, and at a model that was saved", async () => {
    const data = smallDigits();
    const { out } = await runTrain(data, ["--model", "cnn", "--hidden", "10", "--epochs", "1"]);
    const { terminal } = await gradients(["--data", data, "--from", join(out, "model.json")], out);
    expect(terminal.stdout.text).toMatch(/SpatialConvolution/);
    const other = await gradients(["--from", join(out, "model.json"), "--hidden", "10"]);
    expect([other.code, other.terminal.stderr.text]).toEqual([
      2,
      "rushlight-mnist: --hidden does not go with --from: the file says what it is\n",
    ]);
  });

  it("gives the same for the same seed", async () => {
    const data = ["--data", smallDigits(), "--json"];
    const losses = await Promise.all(
      [1, 1, 2].map(async (seed) => (await gradients([...data, "--seed", String(seed)])).terminal.json.loss),
    );
    expect(losses[1]).toBe(losses[0]);
    expect(losses[2]).not.toBe(losses[0]);
  });
});
