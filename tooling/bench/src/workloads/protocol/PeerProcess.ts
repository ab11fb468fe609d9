import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Workload } from "../Workload.ts";
import { type Answer, type Greeting, parseAnswer, parseGreeting, type Request } from "./messages.ts";

/** How a process is started. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Variables beside those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** How much of what a process says on standard error is kept for the reason why it ended. */
const KEPT = 2000;

/** The process of a system, which trains workloads when it is asked to. */
export class PeerProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;
  private readonly ended: Promise<string>;
  private complaints = "";

  /** Starts it. {@link greeting} must be read first. */
  constructor({ program, args, environment = {} }: Command) {
    this.child = spawn(program, args, { env: { ...process.env, ...environment }, stdio: "pipe" });
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    this.child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.complaints = (this.complaints + text).slice(-KEPT);
    });
    // Writing to a process that has ended fails; that it has ended is what is reported.
    this.child.stdin.on("error", () => {});
    this.ended = new Promise((resolve) => {
      this.child.on("error", (error) => resolve(error.message));
      this.child.on("close", (code, signal) => resolve(`it ended with ${signal ?? `code ${code}`}${this.lastWords()}`));
    });
  }

  /**
   * What it says first.
   *
   * @throws Error when it ends before, or says something else
   */
  async greeting(): Promise<Greeting> {
    return parseGreeting(await this.line());
  }

  /**
   * Makes training steps.
   *
   * @throws Error when the process ends before it answers, or says something else
   */
  async run(workload: Workload, steps: number): Promise<Answer> {
    const request: Request = { workload, steps };
    this.child.stdin.write(`${JSON.stringify(request)}\n`);
    return parseAnswer(await this.line());
  }

  /** Ends it, and waits until it has ended. */
  async stop(): Promise<void> {
    this.child.stdin.end();
    this.child.kill();
    await this.ended;
  }

  private async line(): Promise<string> {
    const next = await this.lines.next();
    if (next.done !== true) return next.value;
    throw new Error(await this.ended);
  }

  private lastWords(): string {
    const words = this.complaints.trim().split("\n").at(-1) ?? "";
    return words === "" ? "" : `: ${words}`;
  }
}
