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
  // Ctrl-C reaches every process of the terminal, the child among them: it is the child that decides what to do.
  const wait = () => {};
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  process.on("SIGINT", wait).on("SIGTERM", pass).on("SIGHUP", pass);

  return new Promise((resolve) => {
    const finish = (/** @type {number} */ code) => {
      process.off("SIGINT", wait).off("SIGTERM", pass).off("SIGHUP", pass);
      resolve(code);
    };
    child.on("error", (error) => {
      console.error(`${program} did not start: ${error.message}`);
      finish(127);
    });
    child.on("close", (code, signal) => finish(code ?? 128 + constants.signals[signal ?? "SIGTERM"]));
  });
}
