import type { Activation, AnyModule, Module } from "@rushlight/module";

/** What a module takes. */
export type InputOf<M extends AnyModule> = M extends Module<infer I, Activation> ? I : never;

/** What a module gives. */
export type OutputOf<M extends AnyModule> = M extends Module<Activation, infer O> ? O : never;

/** What the compiler shows for a module that does not take what the one before it gives. */
export interface JointMismatch<Given, Taken> {
  readonly "the module before gives": Given;
  readonly "this module takes": Taken;
}

/** Anything, when `Given` can be passed where `Taken` is taken; else a {@link JointMismatch}. */
export type Joint<Given, Taken> = Given extends Taken ? unknown : JointMismatch<Given, Taken>;

/** The modules of a chain, with a {@link JointMismatch} in the place of each that does not fit the one before it. */
export type Chain<Modules extends readonly AnyModule[]> = number extends Modules["length"]
  ? Modules
  : Modules extends readonly [infer First extends AnyModule, ...(readonly AnyModule[])]
    ? Joined<Modules, InputOf<First>>
    : Modules;

type Joined<Modules extends readonly AnyModule[], Given> = Modules extends readonly [
  infer First extends AnyModule,
  ...infer Rest extends readonly AnyModule[],
]
  ? [Given extends InputOf<First> ? First : JointMismatch<Given, InputOf<First>>, ...Joined<Rest, OutputOf<First>>]
  : [];

/** The last of some modules. */
export type Last<Modules extends readonly AnyModule[]> = Modules extends readonly [
  ...(readonly AnyModule[]),
  infer M extends AnyModule,
]
  ? M
  : AnyModule;
