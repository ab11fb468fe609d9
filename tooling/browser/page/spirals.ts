import { type Tensor, tensor } from "@rushlight/tensor";

/** Points on two spirals, wound into each other. */
export interface Spirals {
  /** `[2·count, 2]`, within the square from −1 to 1. */
  readonly points: Tensor;
  /** `[2·count]`: 0 or 1. */
  readonly classes: Tensor<"int32">;
}

/** The points of both spirals, so many each. */
export function spirals(count: number): Spirals {
  const points: number[][] = [];
  const classes: number[] = [];
  for (const side of [0, 1]) {
    for (let i = 0; i < count; i++) {
      const radius = 0.08 + (0.87 * i) / count;
      const angle = 7 * radius + Math.PI * side;
      points.push([radius * Math.cos(angle), radius * Math.sin(angle)]);
      classes.push(side);
    }
  }
  return { points: tensor(points), classes: tensor(classes, { dtype: "int32" }) };
}
