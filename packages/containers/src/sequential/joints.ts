import type { Activation, AnyModule, InputOf, OutputOf } from "@rushlight/module";

/** What the compiler shows for a module that does not take what the one before it gives. */
export interface JointMismatch<Given, Taken> {
  readonly "the module before gives": Given;
  readonly "this module takes": Taken;
}

/** Anything, when `Given` can be passed where `Taken` is taken; else a {@link JointMismatch}. */
export type Joint<Given, Taken> = [Given] extends [Taken] ? unknown : JointMismatch<Given, Taken>;

/** Anything, when a module takes what it is given; else a {@link JointMismatch}. */
export type Fits<M extends AnyModule, Given extends Activation> = Joint<Given, InputOf<M, Given>>;

/** The modules of a chain, with a {@link JointMismatch} in the place of each that does not fit the one before it. */
export type Chain<Modules extends readonly AnyModule[]> = number extends Modules["length"]
  ? Modules
  : Modules extends readonly [infer First extends AnyModule, ...(readonly AnyModule[])]
    ? Joined<Modules, InputOf<First>>
    : Modules;

type Joined<Modules extends readonly AnyModule[], Given extends Activation> = Modules extends readonly [
  infer First extends AnyModule,
  ...infer Rest extends readonly AnyModule[],
]
  ? [
      [Given] extends [InputOf<First, Given>] ? First : JointMismatch<Given, InputOf<First, Given>>,
      ...Joined<Rest, OutputOf<First, Given>>,
    ]
  : [];

/** What a chain gives that is given something. */
export type ChainOutput<
  Modules extends readonly AnyModule[],
  Given extends Activation,
> = number extends Modules["length"]
  ? Activation
  : Modules extends readonly [infer First extends AnyModule, ...infer Rest extends readonly AnyModule[]]
    ? ChainOutput<Rest, OutputOf<First, Given>>
    : Given;
