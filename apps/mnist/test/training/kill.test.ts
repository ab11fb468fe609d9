import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { temporaryFolder } from "@rushlight/command-line/testing";
import { Generator } from "@rushlight/tensor";
import { expect, it } from "vitest";
import { readCheckpoint } from "../../src/checkpoint/Checkpoint.ts";
import { runTrain } from "../support/runMain.ts";
import { smallDigits } from "../support/smallDigits.ts";

const cli = join(import.meta.dirname, "..", "..", "src", "cli.ts");
/** So many that a process does not reach the end before it is killed. */
const EPOCHS = "150";
const KILLS = 2;

/** Trains in a process of its own, which is killed at a random moment after its first new epoch. */
async function trainAndKill(args: readonly string[], milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, ["--conditions=@rushlight/source", "--import=tsx", cli, "train", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const started = new Promise<void>((resolve) => {
    let printed = "";
    // To the end: a program whose reader leaves ends by itself.
    child.stdout.on("data", (chunk) => {
      printed += String(chunk);
      if (/^epoch \d/m.test(printed)) resolve();
    });
  });
  await Promise.race([started, ended]);
  await sleep(milliseconds);
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
}

it("a training that is killed again and again, while it saves after every batch, comes to the same bits", async () => {
  const data = smallDigits();
  const out = temporaryFolder();
  // The process takes other instructions than the tests, where there are any: they round in other places.
  const backend = ["--backend", "plain"];
  const learning = ["--model", "logistic", "--optimizer", "adam", "--epochs", EPOCHS];
  const unbroken = await runTrain(data, [...learning, ...backend]);
  const generator = new Generator(1);
  const places = ["--data", data, "--out", out, "--threads", "1", "--checkpoint-every", "1", ...backend];
  const epochs: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const what = kill === 0 ? [...learning, "--batch-size", "16"] : ["--resume"];
    await trainAndKill([...what, ...places], generator.random(150));
    epochs.push(readCheckpoint(join(out, "checkpoint.json")).trainer.progress.epochs);
  }
  expect(epochs[0]).toBeGreaterThan(0);
  expect(epochs.every((epoch, i) => i === 0 || epoch > epochs[i - 1])).toBe(true);
  const resumed = await runTrain(data, ["--resume", ...backend], { out });
  expect(resumed.code).toBe(0);
  const parameters = (folder: string): Buffer => readFileSync(join(folder, "parameters.npy"));
  expect(parameters(out).equals(parameters(unbroken.out))).toBe(true);
  expect(readdirSync(out).filter((name) => name.startsWith("."))).toEqual([]);
}, 60_000);
