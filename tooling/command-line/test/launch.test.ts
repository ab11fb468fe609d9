import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";

const program = fileURLToPath(new URL("./fixtures/cli.ts", import.meta.url));
const require = createRequire(import.meta.url);
const tsx = pathToFileURL(require.resolve("tsx")).href;

interface Running {
  readonly child: ChildProcess;
  /** The exit code, and what was printed. */
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Starts the program of the fixtures. */
function start(task: string): Running {
  const child = spawn(process.execPath, [`--import=${tsx}`, program, task], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
    });
  }
  return { child, ended: once(child, "close").then(([code]: (number | null)[]) => ({ code, ...texts })) };
}

/** Starts a program and waits until it waits for signals. */
async function startReady(task: string): Promise<Running> {
  const running = start(task);
  if (running.child.stdout) await once(running.child.stdout, "data");
  return running;
}

describe("launch", () => {
  it("ends the process with the exit code of the program", async () => {
    expect(await start("code").ended).toEqual({ code: 3, stdout: "", stderr: "" });
  });

  it("ends in a stack when the program throws", async () => {
    const { code, stderr } = await start("throw").ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/TypeError: a bug\n +at .*main/);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("asks the program to end on %s", async (signal) => {
    const { child, ended } = await startReady("wait");
    child.kill(signal);
    expect(await ended).toEqual({ code: 130, stdout: "ready\nasked to end\n", stderr: "" });
  });

  it("ends at once on a second Ctrl-C, but not on one that is passed on twice", async () => {
    const { child, ended } = await startReady("ignore");
    child.kill("SIGINT");
    await setTimeout(50);
    child.kill("SIGINT");
    await setTimeout(500);
    expect(child.exitCode).toBeNull();
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: 130, stdout: "ready\n", stderr: "" });
  });

  it("ends quietly when nobody reads on", async () => {
    const { child, ended } = await startReady("print");
    child.stdout?.destroy();
    const { code, stderr } = await ended;
    expect([code, stderr]).toEqual([1, ""]);
  });

  it("says in one line that its output can not be written", async () => {
    const { code, stderr } = await start("fail").ended;
    expect([code, stderr]).toEqual([1, "the output can not be written: no space left\n"]);
  });
});
