import { median } from "../harness/median.ts";
import type { Outcome } from "./Outcome.ts";
import type { Run } from "./protocol/messages.ts";
import { PeerProcess } from "./protocol/PeerProcess.ts";
import type { Schedule } from "./Schedule.ts";
import type { System } from "./systems/System.ts";
import type { Workload } from "./Workload.ts";

/** A system in its own process, on one workload. When something goes wrong it says so in its {@link outcome}. */
export class Contestant {
  private readonly system: System;
  private readonly workload: Workload;
  private process: PeerProcess | undefined;
  private versions: Readonly<Record<string, string>> = {};
  private reason: string | undefined;
  private steps = 1;
  private rounds = 0;
  private readonly times: number[] = [];
  /** The loss before the first step, and that of the last run. */
  private losses: [first: number | null, last: number | null] = [null, null];

  constructor(system: System, workload: Workload) {
    this.system = system;
    this.workload = workload;
  }

  /** Starts the process. */
  async open(): Promise<void> {
    await this.attempt(async () => {
      this.process = new PeerProcess(await this.system.command());
      const greeting = await this.process.greeting();
      if ("unavailable" in greeting) throw new Error(greeting.unavailable);
      this.versions = greeting.versions;
    });
  }

  /** Lets engines compile and caches fill, and finds out how many steps make a round, and how many rounds there are. */
  async warmUp({ warmUp, sample, rounds, budget, fewestRounds }: Schedule): Promise<void> {
    await this.attempt(async () => {
      const first = await this.run(1);
      this.losses[0] = first.loss;
      let spent = first.milliseconds;
      let perStep = spent;
      for (let steps = 1; spent < warmUp; steps *= 2) {
        const { milliseconds } = await this.run(steps);
        spent += milliseconds;
        perStep = milliseconds / steps;
      }
      this.steps = Math.max(1, Math.round(sample / perStep));
      this.rounds = Math.min(rounds, Math.max(fewestRounds, Math.floor(budget / (this.steps * perStep))));
    });
  }

  /** Measures one round, unless this system has had all of its own. */
  async round(): Promise<void> {
    if (this.times.length >= this.rounds) return;
    await this.attempt(async () => {
      this.times.push((await this.run(this.steps)).milliseconds / this.steps);
    });
  }

  /** Ends the process. */
  async close(): Promise<void> {
    await this.process?.stop();
  }

  /** What came out. */
  outcome(): Outcome {
    const { name, threads } = this.system;
    const measured = this.reason === undefined && this.times.length > 0;
    return {
      workload: this.workload.name,
      system: name,
      threads,
      msPerStep: measured ? median(this.times) : undefined,
      reason: this.reason,
      complaint: measured ? complaintAbout(this.workload, ...this.losses) : undefined,
      versions: this.versions,
    };
  }

  /** Does something unless something has gone wrong before. */
  private async attempt(action: () => Promise<void>): Promise<void> {
    if (this.reason !== undefined) return;
    try {
      await action();
    } catch (error) {
      this.reason = error instanceof Error ? error.message : String(error);
    }
  }

  private async run(steps: number): Promise<Run> {
    if (this.process === undefined) throw new Error("expected a process that has been opened");
    const answer = await this.process.run(this.workload, steps);
    if ("error" in answer) throw new Error(answer.error);
    this.losses[1] = answer.loss;
    return answer;
  }
}

function complaintAbout(workload: Workload, first: number | null, last: number | null): string | undefined {
  if (first === null || last === null) return "its loss is not finite";
  if (workload.kind === "layer") {
    return last === first ? undefined : `its gradients changed from step to step: ${first}, then ${last}`;
  }
  return last < first ? undefined : `its loss did not fall: ${first} before the first step, ${last} at the end`;
}
