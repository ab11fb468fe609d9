interface LocatedError {
  readonly message: string;
  readonly segments: readonly string[];
}

const located = new WeakMap<Error, LocatedError>();

/**
 * Adds to an error that came out of a child where in the network that child is. The error stays the same object, so its
 * class and stack stay too; its message ends in the whole path:
 * `... (at Sequential › 2 › Linear(784 → 50))`.
 *
 * @param error what the child threw
 * @param container what messages call the container
 * @param index the child's position in it
 * @param child what messages call the child
 * @returns the error to throw
 */
export function locateError(error: unknown, container: string, index: number, child: string): unknown {
  if (!(error instanceof Error) || Object.isFrozen(error)) return error;
  const known = located.get(error);
  const message = known?.message ?? error.message;
  const segments = [container, String(index), ...(known?.segments ?? [child])];
  const shown = error.message;
  // Read before the message changes: engines may put the stack together, message included, when it is first asked for.
  const stack = error.stack;
  located.set(error, { message, segments });
  error.message = `${message} (at ${segments.join(" › ")})`;
  if (stack !== undefined) error.stack = stack.replace(shown, () => error.message);
  return error;
}

/**
 * Where in a network an error came from: `Sequential › 2 › Linear(784 → 50)`; undefined when no container passed it on.
 */
export function errorPath(error: unknown): string | undefined {
  return error instanceof Error ? located.get(error)?.segments.join(" › ") : undefined;
}
