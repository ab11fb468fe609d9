import { ArgumentError, isTensor, shown } from "@rushlight/tensor";
import { checkLikeParameters } from "../evaluation/checks.ts";
import { numberRule, type Rule, type ValueRule } from "./Rule.ts";

/** Any number but NaN and the infinities. */
export const finite: ValueRule = numberRule("a finite number", Number.isFinite);

/** A finite number from 0 up. */
export const nonNegative: ValueRule = numberRule("a number from 0 up", (value) => value >= 0 && value < Infinity);

/** A finite number above 0. */
export const positive: ValueRule = numberRule("a number above 0", (value) => value > 0 && value < Infinity);

/** A share of the past: from 0 to below 1. */
export const share: ValueRule = numberRule("a number from 0 to below 1", (value) => value >= 0 && value < 1);

/** A whole number from 0 up. */
export const whole: ValueRule = numberRule(
  "a whole number from 0 up",
  (value) => Number.isSafeInteger(value) && value >= 0,
);

/** A share of a whole, from 0 to 1. */
export const part: ValueRule = numberRule("a number from 0 to 1", (value) => value >= 0 && value <= 1);

/** A whole number from 1 up. */
export const count: ValueRule = numberRule(
  "a whole number from 1 up",
  (value) => Number.isSafeInteger(value) && value >= 1,
);

/** True or false. */
export const flag: ValueRule = (owner, name, value) => {
  if (typeof value !== "boolean") {
    throw new ArgumentError(`${owner}: expected true or false as ${name}, got ${shown(value)}`);
  }
};

/** A tensor with a number for each parameter. */
export const likeParameters: Rule = (owner, name, value, parameters) => {
  if (!isTensor(value)) throw new ArgumentError(`${owner}: expected a tensor as ${name}, got ${shown(value)}`);
  checkLikeParameters(owner, name, value, parameters);
};
