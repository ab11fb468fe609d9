/** A Lua expression made of literals, tables, function calls and method calls. */
export type Expression =
  | { readonly kind: "literal"; readonly value: number | string | boolean | null }
  | { readonly kind: "table"; readonly items: readonly Expression[] }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: "method";
      readonly target: Expression;
      readonly name: string;
      readonly args: readonly Expression[];
    };
