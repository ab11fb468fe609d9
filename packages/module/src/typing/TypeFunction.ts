/**
 * How the output type of a module depends on what it is given, for the compiler alone. A module like that declares its
 * own, which reads `this["given"]`, as the type of a field `typeFunction` that holds nothing:
 *
 * @example
 * ```ts
 * import { type Activation, Module, type TypeFunction } from "@rushlight/module";
 * import { ones } from "@rushlight/tensor";
 *
 * interface Same extends TypeFunction {
 *   readonly takes: Activation;
 *   readonly gives: this["given"];
 * }
 * class Pass extends Module<Activation, Activation> {
 *   declare readonly typeFunction?: Same;
 *   updateOutput(input: Activation): Activation {
 *     this.output = input;
 *     return input;
 *   }
 *   updateGradInput(_input: Activation, gradOutput: Activation): Activation {
 *     this.gradInput = gradOutput;
 *     return gradOutput;
 *   }
 * }
 * console.log(new Pass().forward(ones(2)) !== undefined); // true
 * ```
 */
export interface TypeFunction {
  /** What the module before gives; the compiler fills it in. */
  readonly given: unknown;
  /** What this module takes, in view of what it is given. */
  readonly takes: unknown;
  /** What this module gives for what it is given. */
  readonly gives: unknown;
}
