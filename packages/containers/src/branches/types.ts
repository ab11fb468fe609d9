import type { Activation, AnyModule, InputOf, OutputOf, Table } from "@rushlight/module";

/** What modules side by side take, each its own member of a table; any table while there is none. */
export type InputsOf<Modules extends readonly AnyModule[]> = Modules extends readonly []
  ? Table
  : { readonly [Position in keyof Modules]: InputOf<Modules[Position]> };

/** What modules side by side give, each its own member of a table; any table while there is none. */
export type OutputsOf<Modules extends readonly AnyModule[]> = Modules extends readonly []
  ? Table
  : { readonly [Position in keyof Modules]: OutputOf<Modules[Position]> };

/** What modules side by side give that are all given the same; any table while there is none. */
export type OutputsFor<Modules extends readonly AnyModule[], Given extends Activation> = Modules extends readonly []
  ? Table
  : { readonly [Position in keyof Modules]: OutputOf<Modules[Position], Given> };
