import type { Activation } from "../activation/Activation.ts";
import { flattened } from "../activation/nested.ts";
import type { AnyModule } from "../module/Module.ts";
import { summarize } from "./summarize.ts";
import type { TensorSummary } from "./TensorSummary.ts";

/** What was seen of a module. */
interface Sighting {
  output?: TensorSummary;
  gradInput?: TensorSummary;
}

const observedMethods = ["updateOutput", "updateGradInput", "backward"] as const;
type ObservedMethod = (typeof observedMethods)[number];

/**
 * Looks at what modules give the moment they give it: afterwards a module that works in place, or one that runs twice, may
 * have written something else there.
 */
export class Observer {
  private readonly sightings = new Map<AnyModule, Sighting>();
  private readonly bins: number;

  /** @param bins how many bins histograms have */
  constructor(bins: number) {
    this.bins = bins;
  }

  /** Observes modules for as long as a function runs. */
  during<Result>(modules: Iterable<AnyModule>, run: () => Result): Result {
    const distinct = new Set(modules);
    const restore = [...distinct].map((module) => this.observe(module));
    try {
      return run();
    } finally {
      for (const each of restore) each();
    }
  }

  /** What was seen of a module the last time it ran. */
  sighting(module: AnyModule): Readonly<Sighting> {
    return this.sightings.get(module) ?? {};
  }

  private observe(module: AnyModule): () => void {
    const sighting: Sighting = {};
    this.sightings.set(module, sighting);
    const seeOutput = (): void => {
      this.see(module.output, (summary) => (sighting.output = summary));
    };
    const seeGradInput = (): void => {
      this.see(module.gradInput, (summary) => (sighting.gradInput = summary));
    };
    const looks: Record<ObservedMethod, () => void> = {
      updateOutput: seeOutput,
      updateGradInput: seeGradInput,
      // Some modules compute all of it here, without the other method.
      backward: seeGradInput,
    };
    const restore = observedMethods.map((name) => lookAfter(module, name, looks[name]));
    return () => {
      for (const each of restore) each();
    };
  }

  private see(activation: Activation, keep: (summary: TensorSummary) => void): void {
    const tensors = flattened(activation).filter((tensor) => tensor.nElement() > 0);
    if (tensors.length > 0) keep(summarize(tensors, this.bins));
  }
}

/** Calls `look` after each call of a method of one module; gives what undoes that. */
function lookAfter(module: AnyModule, name: ObservedMethod, look: () => void): () => void {
  const own = Reflect.getOwnPropertyDescriptor(module, name);
  const method: unknown = Reflect.get(module, name);
  if (typeof method !== "function") return () => {};
  const value = (...args: readonly unknown[]): unknown => {
    const result: unknown = Reflect.apply(method, module, args);
    look();
    return result;
  };
  Reflect.defineProperty(module, name, { value, configurable: true, enumerable: false, writable: true });
  return () => {
    if (own === undefined) Reflect.deleteProperty(module, name);
    else Reflect.defineProperty(module, name, own);
  };
}
