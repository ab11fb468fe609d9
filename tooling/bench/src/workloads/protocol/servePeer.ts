import { createInterface } from "node:readline";
import type { Workload } from "../Workload.ts";
import { type Answer, type Greeting, parseRequest } from "./messages.ts";

/** A network with its data, in training. */
export interface Training {
  /**
   * Makes training steps.
   *
   * @returns the loss that the last one started from
   */
  run(steps: number): number | Promise<number>;
}

/** A system that can train. */
export interface Peer {
  /** What it runs on. */
  readonly versions: Readonly<Record<string, string>>;
  /** Builds network and data. */
  begin(workload: Workload): Training;
}

/** Where requests come from, and where answers go. */
export interface Channel {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Greets, then answers a request on each line of the input until that ends.
 *
 * @param open loads the system; what it throws becomes the reason why the system is not there
 */
export async function servePeer(open: () => Promise<Peer>, { input, output }: Channel): Promise<void> {
  const send = (message: Greeting | Answer): void => void output.write(`${JSON.stringify(message)}\n`);
  const peer = await open().catch((error: unknown) => {
    send({ unavailable: messageOf(error) });
    return undefined;
  });
  if (peer === undefined) return;
  send({ versions: peer.versions });
  const trainings = new Map<string, Training>();
  for await (const line of createInterface({ input })) {
    send(await answer(peer, trainings, line).catch((error: unknown) => ({ error: messageOf(error) })));
  }
}

async function answer(peer: Peer, trainings: Map<string, Training>, line: string): Promise<Answer> {
  const { workload, steps } = parseRequest(line);
  const training = trainings.get(workload.name) ?? peer.begin(workload);
  trainings.set(workload.name, training);
  const start = performance.now();
  const loss = await training.run(steps);
  return { milliseconds: performance.now() - start, loss: Number.isFinite(loss) ? loss : null };
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0];
}
