/** Whether a value from a file is as it should be. */
export type Check = (value: unknown) => boolean;

/** Whether a value is an object with these fields, each as its check says. */
export function hasFields(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(checks).every(([name, check]) => check(Reflect.get(value, name)));
}

/** A whole number from 0 up. */
export const count: Check = (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

/** A whole number from 1 up. */
export const countFrom1: Check = (value) => count(value) && value !== 0;

/** A number that is finite. */
export const finite: Check = (value) => typeof value === "number" && Number.isFinite(value);

/** A finite number from 0 up. */
export const notNegative: Check = (value) => typeof value === "number" && Number.isFinite(value) && value >= 0;

/** True or false. */
export const flag: Check = (value) => typeof value === "boolean";

/** An object that others check. */
export const record: Check = (value) => typeof value === "object" && value !== null;

/** Null, or what another check wants. */
export function orNull(check: Check): Check {
  return (value) => value === null || check(value);
}

/** A list whose elements are as a check says. */
export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}
