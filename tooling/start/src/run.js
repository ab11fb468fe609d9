import { spawn } from "node:child_process";
import { constants } from "node:os";
import { environment, root } from "./workspace.js";

/** Where the user called the command from: npm and pnpm start a script in the folder of its package. */
export const callerFolder = process.env.INIT_CWD ?? root;

/**
 * Runs a Node program on this terminal and waits for it to end, whatever signals arrive meanwhile.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options] default: the folder of the workspace, its tools first
 * on the path
 * @returns {Promise<number>} its exit code; 128 and the number of the signal when one ended it
 */
export function run(program, args, { cwd = root, env = environment } = {}) {
  const child = spawn(process.execPath, [program, ...args], { cwd, env, stdio: "inherit" });
  const atTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;

  /** @type {(signal: NodeJS.Signals) => void} */
  const pass = (signal) => {
    // A terminal sends Ctrl-C to the child as well, and npm sends it here once more: once is enough.
    if (signal === "SIGINT" && atTerminal) return;
    child.kill(signal);
  };
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, pass);

  return new Promise((resolve) => {
    const finish = (/** @type {number} */ code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve(code);
    };
    child.on("error", (error) => {
      console.error(`${program} did not start: ${error.message}`);
      finish(127);
    });
    child.on("close", (code, signal) => finish(code ?? 128 + constants.signals[signal ?? "SIGTERM"]));
  });
}
