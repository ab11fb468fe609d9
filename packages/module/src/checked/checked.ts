import { checkOptions, environmentVariable } from "@rushlight/tensor";
import type { AnyCriterion } from "../criterion/Criterion.ts";
import type { AnyModule } from "../module/Module.ts";
import { type CheckedOptions, type Checks, checkedOptionNames, checksOf } from "./CheckedOptions.ts";
import { checkedCriterionMethods } from "./checkedCriterionMethods.ts";
import { checkedMethods } from "./checkedMethods.ts";

/** Prototypes with checks, by the prototypes that they stand before and the checks that are on. */
const checkedPrototypes = new WeakMap<object, Map<string, object>>();
/** The checks that a prototype makes; nothing for one without. */
const checksOfPrototype = new WeakMap<object, Checks>();

/** Whether the environment asks for checks in every network. */
const askedFor: boolean = ["1", "true"].includes(environmentVariable("RUSHLIGHT_CHECKED") ?? "");

/**
 * Turns on checks for mistakes in the use of a network, in all modules inside it, too, or of a criterion: the mistakes
 * that otherwise give wrong numbers in silence. Each is reported by a {@link CheckedModeError} with the module's path. The environment
 * variable `RUSHLIGHT_CHECKED=1` does it for every module and criterion of a program.
 *
 * Checks copy what flows through the network, so it gets slower and takes more memory; the numbers stay the same.
 * Nothing of that remains in a network that is not checked.
 *
 * @param options checks to leave out, as in `{ finite: false }`
 * @returns the network itself; a clone of it is checked as well
 * @throws ArgumentError for options that do not exist
 * @example
 * ```ts
 * import { checked, Module } from "@rushlight/module";
 * import { ones, type Tensor } from "@rushlight/tensor";
 *
 * class Square extends Module {
 *   updateOutput(input: Tensor): Tensor {
 *     return this.output.resizeAs(input).copy(input).cmul(input);
 *   }
 *   updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
 *     return this.gradInput.resizeAs(input).copy(gradOutput).cmul(input).mul(2);
 *   }
 * }
 * const square = checked(new Square());
 * square.forward(ones(2));
 * try {
 *   square.backward(ones(2).mul(3), ones(2));
 * } catch (error) {
 *   console.log(String(error));
 *   // CheckedModeError: Square: expected backward with the input of the last forward, got another
 * }
 * ```
 */
export function checked<S extends AnyModule | AnyCriterion>(subject: S, options: CheckedOptions = {}): S {
  checkOptions("checked", options, checkedOptionNames);
  const checks = checksOf(options);
  for (const inside of allIn(subject)) check(inside, checks);
  return subject;
}

/** Turns {@link checked} off again, in all modules inside a network, too. */
export function unchecked<S extends AnyModule | AnyCriterion>(subject: S): S {
  for (const inside of allIn(subject)) uncheck(inside);
  return subject;
}

/** Whether a module or a criterion is {@link checked}. */
export function isChecked(subject: AnyModule | AnyCriterion): boolean {
  return checksOfPrototype.has(prototypeOf(subject));
}

/** Checks what is being made, where the environment asks for it. */
export function checkIfAskedFor(subject: AnyModule | AnyCriterion): void {
  if (askedFor) check(subject, checksOf({}));
}

function allIn(subject: AnyModule | AnyCriterion): (AnyModule | AnyCriterion)[] {
  return isModule(subject) ? subject.listModules() : [subject];
}

function check(subject: AnyModule | AnyCriterion, checks: Checks): void {
  uncheck(subject);
  const own = prototypeOf(subject);
  const known = checkedPrototypes.get(own) ?? new Map<string, object>();
  checkedPrototypes.set(own, known);
  const key = JSON.stringify(checks);
  const prototype = known.get(key) ?? withChecks(own, checks);
  known.set(key, prototype);
  Object.setPrototypeOf(subject, prototype);
}

function uncheck(subject: AnyModule | AnyCriterion): void {
  const prototype = prototypeOf(subject);
  if (checksOfPrototype.has(prototype)) Object.setPrototypeOf(subject, prototypeOf(prototype));
}

/** A prototype that inherits from a class's own and replaces the methods that are checked. */
function withChecks(own: AnyModule | AnyCriterion, checks: Checks): object {
  const prototype = inherit(own);
  const methods = isModule(own)
    ? checkedMethods(own, checks, uncheck, (container) => {
        for (const child of container.children()) if (!isChecked(child)) checked(child, checks);
      })
    : checkedCriterionMethods(own, checks);
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(prototype, name, { value });
  checksOfPrototype.set(prototype, checks);
  return prototype;
}

function isModule(subject: AnyModule | AnyCriterion): subject is AnyModule {
  return "listModules" in subject;
}

function inherit(prototype: object): object {
  return Object.create(prototype) as object;
}

function prototypeOf<S extends object>(object: S): S;
function prototypeOf(object: object): object {
  return Reflect.getPrototypeOf(object) ?? Object.prototype;
}
