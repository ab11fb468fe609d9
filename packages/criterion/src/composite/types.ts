import type { Activation, AnyCriterion, Criterion, Table } from "@rushlight/module";

/** What criterions side by side take from a network, each its own member of a table; any table while there is none. */
export type InputsOf<Criterions extends readonly AnyCriterion[]> = Criterions extends readonly []
  ? Table
  : { readonly [Position in keyof Criterions]: InputOf<Criterions[Position]> };

/** What criterions side by side compare with: each its own member of a list, or all the same. */
export type TargetsOf<
  Criterions extends readonly AnyCriterion[],
  Repeat extends boolean,
> = Criterions extends readonly []
  ? unknown
  : Repeat extends true
    ? CommonTargetOf<Criterions>
    : { readonly [Position in keyof Criterions]: TargetOf<Criterions[Position]> };

type InputOf<C extends AnyCriterion> = C extends Criterion<infer I extends Activation, infer _T> ? I : never;

type TargetOf<C extends AnyCriterion> = C extends Criterion<infer _I extends Activation, infer T> ? T : never;

/** What all of the criterions can be compared with. */
type CommonTargetOf<Criterions extends readonly AnyCriterion[]> = Criterions extends readonly [
  infer First extends AnyCriterion,
  ...infer Rest extends readonly AnyCriterion[],
]
  ? Common<TargetOf<First>, CommonTargetOf<Rest>>
  : unknown;

/** The members of either union that are of the other too; not an intersection, which would keep a number that is a tensor. */
type Common<A, B> = unknown extends A ? B : unknown extends B ? A : Extract<A, B> | Extract<B, A>;
