import { DataError } from "@rushlight/data";
import { ArgumentError, DTypeError, IndexError, ShapeError } from "@rushlight/tensor";
import type { ThrownParts } from "./ThrownParts.ts";

const classes: Readonly<Record<string, new (message: string) => Error>> = {
  ArgumentError,
  DataError,
  DTypeError,
  IndexError,
  RangeError,
  ReferenceError,
  ShapeError,
  SyntaxError,
  TypeError,
};

/** What was thrown in another thread: an error of the same class where it is known here, with the stack of that thread. */
export function thrownIn(parts: ThrownParts | undefined): unknown {
  if (parts?.kind !== "error") return parts?.value;
  const { name, message, stack } = parts;
  const error = Object.hasOwn(classes, name) ? new classes[name](message) : new Error(message);
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  return error;
}
