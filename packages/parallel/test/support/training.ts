import { type Activation, type AnyCriterion, type AnyModule, flattened } from "@rushlight/module";
import { Generator, Tensor } from "@rushlight/tensor";

/** Normal numbers, the same each time. */
export function normal(size: readonly number[], seed = 4): Tensor {
  return new Tensor(size).normal(0, 1, { generator: new Generator(seed) });
}

/** The loss and the gradient of a batch in one thread. */
export function inOneThread(
  model: AnyModule,
  criterion: AnyCriterion,
  input: Activation,
  target: unknown,
): { readonly loss: number; readonly gradients: Tensor } {
  const [, gradients] = model.getParameters();
  model.zeroGradParameters();
  const output = model.forward(input);
  const loss = criterion.forward(output, target);
  model.backward(input, criterion.backward(output, target));
  return { loss, gradients };
}

/** How far a tensor is from another, beside how large that is. */
export function relativeDistance(x: Tensor, expected: Tensor): number {
  return x.clone().add(-1, expected).norm() / expected.norm();
}

/** All elements of an activation. */
export function elements(activation: Activation): number[] {
  return flattened(activation).flatMap((tensor) => [...tensor.values()]);
}
