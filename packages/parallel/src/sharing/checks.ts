import { ArgumentError, backend, shown } from "@rushlight/tensor";
import { sharedEngine } from "@rushlight/wasm/threads";

/** @throws ArgumentError unless a value is a whole number from `least` up */
export function checkWhole(owner: string, name: string, value: unknown, least: number): void {
  if (Number.isSafeInteger(value) && Number(value) >= least) return;
  throw new ArgumentError(`${owner}: expected ${name} to be a whole number from ${least} up, got ${shown(value)}`);
}

/** @throws ArgumentError unless a value is an AbortSignal or left out */
export function checkSignal(owner: string, signal: unknown): void {
  if (signal === undefined || signal instanceof AbortSignal) return;
  throw new ArgumentError(`${owner}: expected an AbortSignal as signal, got ${shown(signal)}`);
}

/** @throws ArgumentError unless a value is a function or left out */
export function checkFunction(owner: string, name: string, value: unknown): void {
  if (value === undefined || typeof value === "function") return;
  throw new ArgumentError(`${owner}: expected a function as ${name}, got ${shown(value)}`);
}

/** @throws ArgumentError for a backend whose memory threads can not share */
export function checkBackend(owner: string): void {
  try {
    sharedEngine(backend());
  } catch (cause) {
    throw new ArgumentError(
      `${owner}: expected a backend whose memory threads can share, as @rushlight/nn installs it, got ${backend().name}`,
      { cause },
    );
  }
}
