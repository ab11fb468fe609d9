/** A loss that is not a finite number ended a search: the message says at which evaluation, from 1. */
export class NonFiniteLossError extends Error {
  override name = "NonFiniteLossError";
  /** Which evaluation of the call gave it, from 1. */
  readonly evaluation: number;
  /** NaN or an infinity. */
  readonly loss: number;

  constructor(owner: string, loss: number, evaluation: number) {
    super(
      `${owner}: expected a finite loss, got ${loss} at evaluation ${evaluation}; the parameters are back at the last good point`,
    );
    this.evaluation = evaluation;
    this.loss = loss;
  }
}
