/** The message of the error that an action ends in; `"no error"` when it does not. */
export function messageOf(action: () => unknown): string {
  try {
    action();
    return "no error";
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `${error.name}: ${error.message}`;
  }
}
