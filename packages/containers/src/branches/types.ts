import type { Activation, AnyModule, InputOf, OutputOf, Table } from "@rushlight/module";

/** What the compiler shows for a module that gives something that its container can not use. */
interface OutputMismatch<Given, Wanted> {
  readonly "this module gives": Given;
  readonly "its container wants": Wanted;
}

/** Anything, when `Given` can be passed where `Wanted` is wanted; else an {@link OutputMismatch}. */
export type Gives<Given, Wanted> = [Given] extends [Wanted] ? unknown : OutputMismatch<Given, Wanted>;

/** The member of a table at a position, which may be the key of a tuple. */
type MemberAt<Given, Position> = Given extends Table
  ? Position extends keyof Given
    ? Extract<Given[Position], Activation>
    : Given[number]
  : Activation;

/**
 * What modules side by side take, each its own member of a table; any table while there is none.
 *
 * @typeParam Given the table they are to be given, for modules that take one thing or another by what comes
 */
export type InputsOf<
  Modules extends readonly AnyModule[],
  Given extends Activation = Activation,
> = Modules extends readonly []
  ? Table
  : { readonly [Position in keyof Modules]: InputOf<Modules[Position], MemberAt<Given, Position>> };

/**
 * What modules side by side give, each its own member of a table; any table while there is none.
 *
 * @typeParam Given the table they are given, for modules whose output type depends on that
 */
export type OutputsOf<
  Modules extends readonly AnyModule[],
  Given extends Activation = Activation,
> = Modules extends readonly []
  ? Table
  : { readonly [Position in keyof Modules]: OutputOf<Modules[Position], MemberAt<Given, Position>> };

/**
 * What modules side by side take of a table of which the compiler does not know the length: the table, when all of them
 * take its members.
 */
export type InputsOfEach<Modules extends readonly AnyModule[], Given extends Table> = Modules extends readonly [
  infer First extends AnyModule,
  ...infer Rest extends readonly AnyModule[],
]
  ? [Given[number]] extends [InputOf<First, Given[number]>]
    ? InputsOfEach<Rest, Given>
    : readonly InputOf<First, Given[number]>[]
  : Table;

/** What modules side by side give that are all given the same; any table while there is none. */
export type OutputsFor<Modules extends readonly AnyModule[], Given extends Activation> = Modules extends readonly []
  ? Table
  : { readonly [Position in keyof Modules]: OutputOf<Modules[Position], Given> };

/** What modules that are all given the same take: what the first takes that does not take that, else `Taken`. */
export type InputFor<Modules extends readonly AnyModule[], Given extends Activation, Taken> = Modules extends readonly [
  infer First extends AnyModule,
  ...infer Rest extends readonly AnyModule[],
]
  ? [Given] extends [InputOf<First, Given>]
    ? InputFor<Rest, Given, Taken>
    : InputOf<First, Given>
  : Taken;

/** What a module takes that is applied to each member of a table. */
export type MappedInput<M extends AnyModule, Given> = Given extends Table
  ? Extract<{ readonly [Position in keyof Given]: InputOf<M, Extract<Given[Position], Activation>> }, Table>
  : readonly InputOf<M>[];

/** What a module gives that is applied to each member of a table. */
export type MappedOutput<M extends AnyModule, Given> = Given extends Table
  ? Extract<{ readonly [Position in keyof Given]: OutputOf<M, Extract<Given[Position], Activation>> }, Table>
  : readonly OutputOf<M>[];
