declare const performance: { now(): number };
declare function setTimeout(callback: () => void, milliseconds: number): unknown;

/** How many milliseconds to compute between two turns of the event loop. */
const SLICE = 50;

/** Takes all steps in one go. */
export function drive<Result>(steps: Generator<undefined, Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Takes all steps, and lets the event loop turn in between when the last turn is long enough ago. */
export async function driveInSlices<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  let sliceStart = performance.now();
  let step = steps.next();
  while (step.done !== true) {
    if (performance.now() - sliceStart >= SLICE) {
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      sliceStart = performance.now();
    }
    step = steps.next();
  }
  return step.value;
}
