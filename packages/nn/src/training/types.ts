import type { Activation, AnyCriterion, AnyModule, Criterion, InputOf, OutputOf } from "@rushlight/module";

/** What the compiler shows for a criterion that does not take what the module gives. */
export interface CriterionMismatch<Given, Taken> {
  readonly "the module gives": Given;
  readonly "the criterion takes": Taken;
}

/** Anything, when a criterion takes what a module gives; else a {@link CriterionMismatch}. */
export type CriterionFits<M extends AnyModule, C extends AnyCriterion> = [OutputOf<M, InputOf<M>>] extends [TakenBy<C>]
  ? unknown
  : CriterionMismatch<OutputOf<M, InputOf<M>>, TakenBy<C>>;

/** What a criterion takes from the network. */
type TakenBy<C extends AnyCriterion> = C extends Criterion<infer I extends Activation, infer _T> ? I : never;

/** What a criterion compares that with. */
export type TargetOf<C extends AnyCriterion> = C extends Criterion<infer _I extends Activation, infer T> ? T : never;
