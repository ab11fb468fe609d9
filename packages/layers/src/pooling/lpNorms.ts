import type { AnyModule } from "@rushlight/module";
import { ArgumentError, mapInto, type Tensor, zipInto } from "@rushlight/tensor";
import type { Windows } from "../windows/Windows.ts";
import { averageGradientInto, averageInto } from "./averages.ts";

/**
 * Checks the power of a norm.
 *
 * @throws ArgumentError unless it is finite and above 0
 */
export function checkPower(name: string, power: number): number {
  if (Number.isFinite(power) && power > 0) return power;
  throw new ArgumentError(`${name}: expected a finite power above 0, got ${String(power)}`);
}

/**
 * y ← (Σ xᵖ)^(1/p) over each window of x, which all lie wholly inside.
 *
 * @param scratch takes the size of x
 */
export function lpNormsInto(
  module: AnyModule,
  power: number,
  windows: Windows,
  planes: number,
  x: Tensor,
  scratch: Tensor,
  y: Tensor,
): void {
  const { name } = module.constructor;
  mapInto(name, "powScalar", x, scratch.resizeAs(x), power);
  averageInto(module, windows, planes, true, scratch, y);
  y.mul(windows.kernelSize);
  mapInto(name, "powScalar", y, y, 1 / power);
}

/**
 * gradX ← xᵖ⁻¹·Σ gradY·y¹⁻ᵖ over the windows that an element is in, without those whose norm is 0.
 *
 * @param scratch takes the sizes of y and x
 */
export function lpNormsGradientInto(
  module: AnyModule,
  power: number,
  windows: Windows,
  planes: number,
  x: Tensor,
  y: Tensor,
  gradY: Tensor,
  scratch: Tensor,
  gradX: Tensor,
): void {
  const { name } = module.constructor;
  scratch.resizeAs(y);
  // A division by twice the divisor that gives 0 where that is 0.
  zipInto(name, "sqrtGradient", gradY, raised(name, y, power - 1, scratch), scratch);
  averageGradientInto(module, windows, planes, true, scratch, gradX);
  gradX.mul(2 * windows.kernelSize).cmul(raised(name, x, power - 1, scratch.resizeAs(x)));
}

/** x itself for an exponent of 1, else its powers in a tensor of its size. */
function raised(name: string, x: Tensor, exponent: number, powers: Tensor): Tensor {
  if (exponent === 1) return x;
  mapInto(name, "powScalar", x, powers, exponent);
  return powers;
}
