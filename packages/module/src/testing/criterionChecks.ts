import { plainBackend, useBackend } from "@rushlight/tensor";
import { flattened } from "../activation/nested.ts";
import type { CriterionUnderTest, LossAndGradient } from "./CriterionUnderTest.ts";
import { difference } from "./compare.ts";
import { converted, elementsOf, floatTensors, strided, tensorsIn } from "./floats.ts";
import { forEachIndex } from "./jacobian.ts";
import { memoryTaken } from "./memoryTaken.ts";
import type { Check } from "./runChecks.ts";
import { seeded } from "./SeededRun.ts";

/** A check of a criterion. */
type CriterionCheck = Check<CriterionUnderTest>;

const EXACT = 1e-12;

/** backward is the gradient of forward, by finite differences. */
const inputGradient: CriterionCheck = (subject, { epsilon, tolerance }) => {
  const criterion = subject.criterion();
  const [input, target] = [subject.input(), subject.target()];
  const gradients = elementsOf(floatTensors(subject.run(criterion, input, target).gradInput));
  let largest = 0;
  let position = 0;
  const loss = (): number => seeded(() => criterion.forward(input, target));
  for (const tensor of floatTensors(input)) {
    forEachIndex(tensor, (index) => {
      const value = tensor.get(...index);
      tensor.put(index, value + epsilon);
      const above = loss();
      tensor.put(index, value - epsilon);
      const error = Math.abs((above - loss()) / (2 * epsilon) - gradients[position++]);
      tensor.put(index, value);
      largest = Math.max(largest, error);
    });
  }
  if (position !== gradients.length) return `has ${gradients.length} elements for ${position} of the input`;
  return largest <= tolerance ? undefined : `differs from finite differences by ${largest}`;
};

/** output and gradInput are what forward and backward gave. */
const fields: CriterionCheck = (subject) => {
  const criterion = subject.criterion();
  const [input, target] = [subject.input(), subject.target()];
  if (criterion.forward(input, target) !== criterion.output) return "forward does not give output";
  return criterion.backward(input, target) === criterion.gradInput ? undefined : "backward does not give gradInput";
};

/** A second forward and backward give what the first gave. */
const repetition: CriterionCheck = (subject) => {
  const criterion = subject.criterion();
  return runDifference(subject.run(criterion), subject.run(criterion), 0);
};

/** A clone gives the same, in memory of its own. */
const cloning: CriterionCheck = (subject) => {
  const criterion = subject.criterion();
  const expected = subject.run(criterion);
  const clone = criterion.clone();
  const kept = new Set(flattened(criterion.gradInput).map((tensor) => tensor.storage()));
  if (flattened(clone.gradInput).some((tensor) => kept.has(tensor.storage()))) return "gradInput is shared";
  return runDifference(subject.run(clone), expected, 0);
};

/** An input and a target that are not contiguous give what contiguous ones give. */
const striding: CriterionCheck = (subject) =>
  runDifference(
    subject.run(subject.criterion(), strided(subject.input()), strided(subject.target())),
    subject.run(),
    EXACT,
  );

/** In float32 the results are close to those in float64. */
const singlePrecision: CriterionCheck = (subject, { float32Tolerance }) => {
  const single = subject.run(subject.criterion("float32"), subject.input("float32"), subject.target("float32"));
  if (flattened(single.gradInput).some((tensor) => tensor.dtype === "float64"))
    return "a float32 criterion gives float64";
  const widened = { loss: single.loss, gradInput: converted(single.gradInput, "float64") };
  return runDifference(widened, subject.run(), float32Tolerance);
};

/** The backend in use gives what the plain one gives. */
const backendParity: CriterionCheck = (subject) => {
  const active = subject.run();
  const previous = useBackend(plainBackend);
  try {
    return runDifference(active, subject.run(), EXACT);
  } finally {
    useBackend(previous);
  }
};

/** From the second step of a size on, forward and backward take no memory for storages. */
const steadyState: CriterionCheck = (subject) => {
  const criterion = subject.criterion();
  const [input, target] = [subject.input(), subject.target()];
  return memoryTaken(() => {
    seeded(() => criterion.forward(input, target));
    criterion.backward(input, target);
  });
};

/** forward and backward leave their arguments as they are. */
const argumentsKept: CriterionCheck = (subject) => {
  const [input, target] = [subject.input(), subject.target()];
  subject.run(subject.criterion(), input, target);
  return (
    difference("input", input, subject.input(), 0) ??
    difference("target", tensorsIn(target), tensorsIn(subject.target()), 0)
  );
};

/** Everything that a criterion promises, by name, in the order in which it is checked. */
export const criterionChecks: Readonly<Record<string, CriterionCheck>> = {
  inputGradient,
  fields,
  repetition,
  cloning,
  striding,
  singlePrecision,
  backendParity,
  steadyState,
  argumentsKept,
};

/** What is different between two runs. */
function runDifference(actual: LossAndGradient, expected: LossAndGradient, tolerance: number): string | undefined {
  const distance = tolerance * Math.max(1, Math.abs(expected.loss));
  if (!(Math.abs(actual.loss - expected.loss) <= distance)) return `loss is ${actual.loss}, expected ${expected.loss}`;
  return difference("gradInput", actual.gradInput, expected.gradInput, tolerance);
}
