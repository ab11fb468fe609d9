import { ArgumentError, shown } from "@rushlight/tensor";
import type { ValueRule } from "../settings/Rule.ts";
import { finite } from "../settings/rules.ts";

/**
 * A setting that follows the steps, as a learning rate that falls: any object that gives the value at a step. It is a function
 * of the step alone, so that a run that goes on from a saved state goes on along the schedule too.
 */
export interface Schedule {
  /** The value at a step: 0 for the first. */
  at(step: number): number;
}

/** A finite number, or a schedule. */
export const scheduled: ValueRule = (owner, name, value) => {
  if (isSchedule(value)) return;
  if (typeof value === "number") finite(owner, name, value);
  else throw new ArgumentError(`${owner}: expected a number or a schedule as ${name}, got ${shown(value)}`);
};

/**
 * The value of a setting at a step.
 *
 * @throws ArgumentError when a schedule gives no finite number
 */
export function valueAt(owner: string, name: string, value: number | Schedule, step: number): number {
  if (typeof value === "number") return value;
  const now = value.at(step);
  if (Number.isFinite(now)) return now;
  throw new ArgumentError(`${owner}: expected a finite number from ${name}.at(${step}), got ${now}`);
}

/** True for an object that gives a value at a step. */
export function isSchedule(value: unknown): value is Schedule {
  // Arrays have a method of this name, too.
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return "at" in value && typeof value.at === "function";
}
