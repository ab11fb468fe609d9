/**
 * Works in several lanes at once, each of which takes one piece of work after the other. A failure, or a signal that is aborted,
 * keeps lanes from taking more; what they have begun is waited for.
 *
 * @param take does the next piece in a lane; false when there is none left
 * @throws the reason of the signal, or what the first piece of work that failed threw
 */
export async function runLanes(
  lanes: number,
  signal: AbortSignal | undefined,
  take: (lane: number) => Promise<boolean>,
): Promise<void> {
  signal?.throwIfAborted();
  const failures: unknown[] = [];
  const run = async (lane: number): Promise<void> => {
    try {
      while (failures.length === 0 && signal?.aborted !== true) {
        if (!(await take(lane))) return;
      }
    } catch (error) {
      failures.push(error);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)));
  signal?.throwIfAborted();
  if (failures.length > 0) throw failures[0];
}
