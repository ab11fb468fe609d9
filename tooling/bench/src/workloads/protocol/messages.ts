import type { Workload } from "../Workload.ts";

/** The first line of a system's process: what it runs on, or why it can not. */
export type Greeting = { readonly versions: Readonly<Record<string, string>> } | { readonly unavailable: string };

/** A line to a system's process: train so many steps. The first request for a workload builds network and data. */
export interface Request {
  readonly workload: Workload;
  readonly steps: number;
}

/** Steps that were made. */
export interface Run {
  readonly milliseconds: number;
  /**
   * The loss that the last step started from, or the size of the gradients that a single layer gave; null when it is not
   * finite, for which JSON has no number.
   */
  readonly loss: number | null;
}

/** The line that answers a request: the steps, or why they could not be made. */
export type Answer = Run | { readonly error: string };

/**
 * Reads a greeting.
 *
 * @throws Error for another line
 */
export function parseGreeting(line: string): Greeting {
  const message = parse(line);
  if (typeof message.unavailable === "string") return { unavailable: message.unavailable };
  const { versions } = message;
  if (isRecord(versions) && Object.values(versions).every((version) => typeof version === "string")) {
    return { versions: Object.fromEntries(Object.entries(versions).map(([name, each]) => [name, String(each)])) };
  }
  throw new Error(`expected a greeting with versions, got ${line}`);
}

/**
 * Reads an answer.
 *
 * @throws Error for another line
 */
export function parseAnswer(line: string): Answer {
  const { error, milliseconds, loss } = parse(line);
  if (typeof error === "string") return { error };
  if (typeof milliseconds === "number" && (typeof loss === "number" || loss === null)) return { milliseconds, loss };
  throw new Error(`expected an answer with milliseconds and loss, got ${line}`);
}

/**
 * Reads a request.
 *
 * @throws Error for another line
 */
export function parseRequest(line: string): Request {
  const { workload, steps } = parse(line);
  if (isWorkload(workload) && typeof steps === "number") return { workload, steps };
  throw new Error(`expected a request with a workload and steps, got ${line}`);
}

/** Who sends a request makes it of a workload: its name tells it from other messages. */
function isWorkload(value: unknown): value is Workload {
  return isRecord(value) && typeof value.name === "string" && typeof value.kind === "string";
}

function parse(line: string): Readonly<Record<string, unknown>> {
  const message = jsonOf(line);
  if (!isRecord(message)) throw new Error(`expected a line with a JSON object, got ${line}`);
  return message;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
