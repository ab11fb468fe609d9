/** Thrown out of an evaluation to end a run, from wherever a method evaluates. */
export class EndOfRun extends Error {
  override name = "EndOfRun";
}
