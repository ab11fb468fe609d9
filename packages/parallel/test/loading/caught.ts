/** What a promise is rejected with, which must be an error. */
export async function caught(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
    throw new Error(`expected an error, got ${String(error)}`);
  }
  throw new Error("expected a rejection");
}
