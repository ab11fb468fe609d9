import type { Activation } from "../activation/Activation.ts";
import type { AnyModule, Module } from "../module/Module.ts";
import type { TypeFunction } from "./TypeFunction.ts";

/**
 * What a module takes.
 *
 * @typeParam Given what it is to be given, for modules that take one thing or another by what comes
 */
export type InputOf<M extends AnyModule, Given extends Activation = Activation> =
  TypeFunctionOf<M> extends infer F extends TypeFunction
    ? Extract<Applied<F, Given>["takes"], Activation>
    : M extends Module<infer I, Activation>
      ? I
      : never;

/**
 * What a module gives.
 *
 * @typeParam Given what it is given, for modules whose output type depends on that
 */
export type OutputOf<M extends AnyModule, Given extends Activation = Activation> =
  TypeFunctionOf<M> extends infer F extends TypeFunction
    ? Extract<Applied<F, Given>["gives"], Activation>
    : M extends Module<Activation, infer O>
      ? O
      : never;

type TypeFunctionOf<M extends AnyModule> = M extends { readonly typeFunction?: unknown }
  ? "typeFunction" extends keyof M
    ? NonNullable<M["typeFunction"]>
    : undefined
  : undefined;

type Applied<F extends TypeFunction, Given extends Activation> = F & { readonly given: Given };
