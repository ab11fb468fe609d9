import type { Evaluation } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";
import { numberText } from "../numberText.ts";
import { type ProblemName, problemNames } from "../problems/Problem.ts";

/** Begins a method at some parameters; what it gives makes a call of the method. */
export type Search = (x: Tensor) => (evaluate: Evaluation) => unknown;

/** A method with some settings. */
export interface Setting {
  /** The settings as text. */
  readonly text: string;
  /** The settings by name, each as text. */
  readonly values: ReadonlyMap<string, string>;
  readonly search: Search;
}

/** A row of the tables. */
export interface Method {
  readonly name: string;
  /** With all defaults, but for what is required or makes the row. */
  readonly usual: Setting;
  /** All settings that were tried for each problem. */
  readonly tried: readonly Setting[];
  /** The best of these for each problem that the method is meant for. */
  readonly tuned: Readonly<Partial<Record<ProblemName, Setting>>>;
}

/** What a row is made from. */
export interface MethodData<C extends object> {
  readonly name: string;
  /** Makes the method from settings. */
  readonly create: (x: Tensor, config: C) => { step(evaluate: Evaluation): unknown };
  readonly usual: C;
  readonly tried: readonly C[];
  readonly tuned: Readonly<Partial<Record<ProblemName, C>>>;
}

/** A row of the tables. */
export function method<C extends object>({ name, create, usual, tried, tuned }: MethodData<C>): Method {
  const setting = (config: C): Setting => {
    const values = new Map(Object.entries(config).map(([key, value]) => [key, shown(value)]));
    return {
      text: [...values].map(([key, value]) => `${key}: ${value}`).join(", "),
      values,
      search(x) {
        const optimizer = create(x, config);
        return (evaluate) => optimizer.step(evaluate);
      },
    };
  };
  const settings: Partial<Record<ProblemName, Setting>> = {};
  for (const problem of problemNames) {
    const config = tuned[problem];
    if (config !== undefined) settings[problem] = setting(config);
  }
  return { name, usual: setting(usual), tried: tried.map(setting), tuned: settings };
}

function shown(value: unknown): string {
  if (typeof value === "function") return value.name;
  if (typeof value === "number") return numberText(value);
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${shown(entry)}`);
  return `{ ${entries.join(", ")} }`;
}
