import type { Activation, Table } from "@rushlight/module";
import type { Tensor } from "@rushlight/tensor";

/** `Count` times `T`, as a tuple; an array where `Count` is no literal from 0 on. */
type Repeated<T, Count extends number, Built extends readonly T[] = []> =
  IsCount<Count> extends true ? (Built["length"] extends Count ? Built : Repeated<T, Count, [...Built, T]>) : T[];

/** Whether the compiler knows a number, and it can count members. */
type IsCount<Count extends number> = number extends Count
  ? false
  : `${Count}` extends `-${string}` | `${string}.${string}`
    ? false
    : true;

/** The first `Length` members of a tuple; never when it is shorter. */
type FirstOf<
  Members extends readonly unknown[],
  Length extends number,
  Taken extends readonly unknown[] = [],
> = Taken["length"] extends Length
  ? Readonly<Taken>
  : Members extends readonly [infer First, ...infer Rest]
    ? FirstOf<Rest, Length, [...Taken, First]>
    : never;

/** `Length` members of a table from `Offset` on; never when it is shorter. */
export type SliceOf<Given, Offset extends number, Length extends number> = Given extends Table
  ? number extends Given["length"]
    ? readonly Given[number][]
    : [IsCount<Offset>, IsCount<Length>] extends [true, true]
      ? Given extends readonly [...Repeated<unknown, Offset>, ...infer Rest]
        ? Extract<FirstOf<Rest, Length>, Table>
        : never
      : readonly Given[number][]
  : Table;

/** A table that has `Length` members from `Offset` on. */
export type TableOfSlice<Given, Offset extends number, Length extends number> = [
  SliceOf<Given, Offset, Length>,
] extends [never]
  ? readonly [...Repeated<Activation, Offset>, ...Repeated<Activation, Length>, ...Activation[]]
  : Table;

/** The tensors of a table, those of the tables in it too, depth first. */
export type FlatOf<Given> = Given extends Table
  ? number extends Given["length"]
    ? readonly Tensor[]
    : FlatMembers<Given>
  : readonly Tensor[];

type FlatMembers<
  Members extends readonly unknown[],
  Flat extends readonly Tensor[] = readonly [],
> = Members extends readonly [infer First, ...infer Rest]
  ? FlatMembers<Rest, readonly [...Flat, ...(First extends Table ? FlatOf<First> : readonly [Tensor])]>
  : Flat;

/** A table of tables with rows and columns exchanged. */
export type ZipOf<Given> = Given extends readonly [infer First extends Table, ...(readonly Table[])]
  ? {
      readonly [Column in keyof First]: {
        readonly [Row in keyof Given]: Column extends keyof Given[Row]
          ? Extract<Given[Row][Column], Activation>
          : never;
      };
    }
  : readonly Table[];

/** A table of tables that are as long as the first. */
export type TablesAlike<Given> = Given extends readonly [infer First extends Table, ...(readonly Table[])]
  ? { readonly [Row in keyof Given]: { readonly [Column in keyof First]: Activation } }
  : readonly Table[];

/** One activation before each member of a table: what pairs of them are. */
export type OneToManyOf<Given> = Given extends readonly [infer One extends Activation, infer Many extends Table]
  ? { readonly [Position in keyof Many]: readonly [One, Many[Position]] }
  : readonly (readonly [Activation, Activation])[];
