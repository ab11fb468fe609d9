import { plainBackend, useBackend } from "@rushlight/tensor";
import { flattened, recursiveClone } from "../activation/nested.ts";
import { difference, runDifference } from "./compare.ts";
import { converted, floatTensors, sampleOf, strided } from "./floats.ts";
import { inputJacobian, jacobianError, numericJacobian, parameterJacobian } from "./jacobian.ts";
import type { ModuleUnderTest } from "./ModuleUnderTest.ts";
import { memoryTaken } from "./memoryTaken.ts";
import type { Check } from "./runChecks.ts";
import { accumulate, seededForward, seededRun } from "./SeededRun.ts";
import { parametersAfterBackwardUpdate, parametersAfterUpdate, shareParameters } from "./updates.ts";

/** A check of a module. */
type ModuleCheck = Check<ModuleUnderTest>;

const EXACT = 1e-12;
const LEARNING_RATE = 0.1;

/** backward's gradient with respect to the input is that of finite differences. */
const inputGradient: ModuleCheck = (subject, { epsilon, tolerance }) => {
  const input = subject.input();
  const module = subject.module();
  const error = jacobianError(
    numericJacobian(module, input, floatTensors(input), epsilon),
    inputJacobian(module, input),
  );
  return error <= tolerance ? undefined : `differs from finite differences by ${error}`;
};

/** backward's gradients with respect to the parameters are those of finite differences. */
const parameterGradients: ModuleCheck = (subject, { epsilon, tolerance }) => {
  const module = subject.module();
  const input = subject.input();
  const [parameters, gradients] = module.parameters();
  for (const [i, parameter] of parameters.entries()) {
    const numeric = numericJacobian(module, input, [parameter], epsilon);
    const error = jacobianError(numeric, parameterJacobian(module, input, gradients[i]));
    if (!(error <= tolerance)) return `parameter ${i} differs from finite differences by ${error}`;
  }
  return undefined;
};

/** Two backwards add up to one with scale 2, and the scale leaves the input gradient alone. */
const accumulation: ModuleCheck = (subject) => {
  const twice = subject.module();
  seededRun(twice, subject.input(), subject.gradOutput());
  const sum = accumulate(twice, subject.input(), subject.gradOutput());
  return runDifference(seededRun(subject.module(), subject.input(), subject.gradOutput(), 2), sum, EXACT);
};

/** zeroGradParameters leaves zeros. */
const zeroing: ModuleCheck = (subject) => {
  const module = subject.module();
  seededRun(module, subject.input(), subject.gradOutput());
  module.zeroGradParameters();
  const left = module.parameters()[1].findIndex((gradient) => gradient.norm() !== 0);
  return left < 0 ? undefined : `the gradient of parameter ${left} is not zero`;
};

/** backwardUpdate moves the parameters as backward and updateParameters do. */
const directUpdate: ModuleCheck = (subject) => {
  const direct = parametersAfterBackwardUpdate(subject.module(), subject.input(), subject.gradOutput(), LEARNING_RATE);
  const expected = parametersAfterUpdate(subject.module(), subject.input(), subject.gradOutput(), LEARNING_RATE);
  return difference("parameters", direct, expected, EXACT);
};

/** Modules that share parameters and gradients add up their gradients, and move together, once. */
const sharing: ModuleCheck = (subject) => {
  const [module, twin] = [subject.module(), subject.module()];
  shareParameters(twin, module);
  seededRun(module, subject.input(), subject.gradOutput());
  const sum = accumulate(twin, subject.input(), subject.gradOutput()).gradParameters;
  const twice = seededRun(subject.module(), subject.input(), subject.gradOutput(), 2);
  const wrong = difference("gradParameters of two", sum, twice.gradParameters, EXACT);
  if (wrong !== undefined) return wrong;
  const moved = parametersAfterBackwardUpdate(module, subject.input(), subject.gradOutput(), LEARNING_RATE);
  const expected = parametersAfterUpdate(subject.module(), subject.input(), subject.gradOutput(), LEARNING_RATE);
  return (
    difference("parameters", moved, expected, EXACT) ??
    difference("parameters of the twin", twin.parameters()[0], expected, EXACT)
  );
};

/** A clone gives the same, and goes on giving the same when the original learns. */
const cloning: ModuleCheck = (subject) => {
  const module = subject.module();
  const clone = module.clone();
  const expected = seededRun(module, subject.input(), subject.gradOutput());
  module.updateParameters(1);
  return runDifference(seededRun(clone, subject.input(), subject.gradOutput()), expected, 0);
};

/** clearState returns the module, empties its activations, and changes no result. */
const clearing: ModuleCheck = (subject) => {
  const module = subject.module();
  const expected = seededRun(module, subject.input(), subject.gradOutput());
  if (module.clearState() !== module) return "clearState does not return the module";
  const kept = [...flattened(module.output), ...flattened(module.gradInput)].some((tensor) => tensor.nElement() > 0);
  if (kept) return "clearState leaves output or gradInput";
  return runDifference(seededRun(module, subject.input(), subject.gradOutput()), expected, 0);
};

/** Samples one by one give what the batch gives; their parameter gradients add up. */
const batching: ModuleCheck = (subject) => {
  const expected = seededRun(subject.module(), subject.input(), subject.gradOutput());
  const single = subject.module();
  single.zeroGradParameters();
  const samples = flattened(subject.input())[0].size(0);
  for (let i = 0; i < samples; i++) {
    const result = accumulate(single, sampleOf(subject.input(), i), sampleOf(subject.gradOutput(), i));
    const wrong =
      difference(`output of sample ${i}`, result.output, sampleOf(expected.output, i), EXACT) ??
      difference(`gradInput of sample ${i}`, result.gradInput, sampleOf(expected.gradInput, i), EXACT);
    if (wrong !== undefined) return wrong;
  }
  return difference("gradParameters", single.parameters()[1], expected.gradParameters, EXACT);
};

/** Inputs and gradOutputs that are not contiguous give what contiguous ones give. */
const striding: ModuleCheck = (subject) => {
  const expected = seededRun(subject.module(), subject.input(), subject.gradOutput());
  return runDifference(
    seededRun(subject.module(), strided(subject.input()), strided(subject.gradOutput())),
    expected,
    EXACT,
  );
};

/** In float32 the results are close to those in float64. */
const singlePrecision: ModuleCheck = (subject, { float32Tolerance }) => {
  const expected = seededRun(subject.module(), subject.input(), subject.gradOutput());
  const single = seededRun(subject.module("float32"), subject.input("float32"), subject.gradOutput("float32"));
  for (const tensor of [...flattened(single.output), ...flattened(single.gradInput), ...single.gradParameters]) {
    if (tensor.dtype === "float64") return "a float32 module gives float64";
  }
  const widened = {
    output: converted(single.output, "float64"),
    gradInput: converted(single.gradInput, "float64"),
    gradParameters: converted(single.gradParameters, "float64"),
  };
  return runDifference(widened, expected, float32Tolerance);
};

/** The backend in use gives what the plain one gives. */
const backendParity: ModuleCheck = (subject) => {
  const active = seededRun(subject.module(), subject.input(), subject.gradOutput());
  const previous = useBackend(plainBackend);
  try {
    return runDifference(active, seededRun(subject.module(), subject.input(), subject.gradOutput()), EXACT);
  } finally {
    useBackend(previous);
  }
};

/** From the second step of a size on, forward and backward take no memory for storages. */
const steadyState: ModuleCheck = (subject) => {
  const module = subject.module();
  const [input, gradOutput] = [subject.input(), subject.gradOutput()];
  return memoryTaken(() => {
    module.zeroGradParameters();
    seededForward(module, input);
    module.backward(input, gradOutput);
  });
};

/** forward and backward leave their arguments as they are. */
const argumentsKept: ModuleCheck = (subject) => {
  const [input, gradOutput] = [subject.input(), subject.gradOutput()];
  seededRun(subject.module(), input, gradOutput);
  return (
    difference("input", input, subject.input(), 0) ?? difference("gradOutput", gradOutput, subject.gradOutput(), 0)
  );
};

/** Without the need for an input gradient, the parameter gradients are the same and gradInput is empty. */
const withoutGradInput: ModuleCheck = (subject) => {
  const expected = seededRun(subject.module(), subject.input(), subject.gradOutput());
  const module = subject.module();
  module.needsGradInput = false;
  const result = seededRun(module, subject.input(), subject.gradOutput());
  if (flattened(result.gradInput).some((tensor) => tensor.nElement() > 0)) return "gradInput is not empty";
  return difference("gradParameters", recursiveClone(result.gradParameters), expected.gradParameters, 0);
};

/** Everything that a module promises, by name, in the order in which it is checked. */
export const moduleChecks: Readonly<Record<string, ModuleCheck>> = {
  inputGradient,
  parameterGradients,
  accumulation,
  zeroing,
  directUpdate,
  sharing,
  cloning,
  clearing,
  batching,
  striding,
  singlePrecision,
  backendParity,
  steadyState,
  argumentsKept,
  withoutGradInput,
};
