/** One example to learn from: an input of the module, and the target that the criterion compares its output with. */
export type TrainingExample<Input, Target> =
  | readonly [input: Input, target: Target]
  | { readonly input: Input; readonly target: Target };

/**
 * Examples by number, counted from 0: an array of them, or anything with a `length` and a `get`, as the datasets of
 * `@rushlight/data` have.
 *
 * Such datasets give numbers where rows of their tensors are numbers. A number as target goes to the criterion as it is,
 * as a class label does; a number as input is refused.
 */
export type TrainingSet<Input, Target> =
  | readonly TrainingExample<Input, Target>[]
  | {
      readonly length: number;
      get(index: number): TrainingExample<Input | number, Target | number>;
    };
