import type { Activation, Table } from "@rushlight/module";
import type { Tensor } from "@rushlight/tensor";

/** What is nested as another activation is: its gradient. */
export type NestedAs<A> = A extends Table
  ? number extends A["length"]
    ? A extends readonly Tensor[]
      ? readonly Tensor[]
      : A extends readonly Table[]
        ? readonly Table[]
        : Table
    : Extract<{ readonly [Position in keyof A]: NestedAs<A[Position]> }, Table>
  : Tensor;

/** The member of a table at a position; any activation where the compiler can not tell. */
export type MemberOf<T, Index extends number> = T extends Table
  ? number extends T["length"]
    ? T[number]
    : number extends Index
      ? T[number]
      : `${Index}` extends keyof T
        ? Extract<T[`${Index}`], Activation>
        : `${Index}` extends `-${string}`
          ? T[number]
          : never
  : Activation;

/** A table that has a member at a position: what is given when it does. */
export type TableWith<Given, Index extends number> = [MemberOf<Given, Index>] extends [never]
  ? { readonly [Position in Index]: Activation } & Table
  : Table;
