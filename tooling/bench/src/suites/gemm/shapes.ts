/** A product: C `[m, n]` ← op(A) `[m, k]` · op(B) `[k, n]`, with one of them transposed or none. */
export interface Shape {
  readonly name: string;
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly transposed?: "a" | "b";
}

/** How many operations a product is: two for each multiply-add. */
export function operationsOf({ m, n, k }: Shape): number {
  return 2 * m * n * k;
}

/** What a product is called in a table: `512`, or `D forward 64x50x784`. */
export function titleOfShape({ name, m, n, k }: Shape): string {
  return m === n && n === k ? name : `${name} ${m}x${n}x${k}`;
}

const squares = [32, 64, 128, 256, 512, 1024].map((size): Shape => ({ name: `${size}`, m: size, n: size, k: size }));

/** A linear layer's products for a batch: what forward and the gradient of the weight compute. */
function layer(workload: string, batch: number, inputs: number, outputs: number): Shape[] {
  return [
    { name: `${workload} forward`, m: batch, n: outputs, k: inputs, transposed: "b" },
    { name: `${workload} gradient`, m: outputs, n: inputs, k: batch, transposed: "a" },
  ];
}

/** Square products, and those of the workloads' layers. */
export const shapes: readonly Shape[] = [
  ...squares,
  ...layer("D", 64, 784, 50),
  ...layer("C", 40, 784, 1000),
  ...layer("E", 200, 32, 32),
  ...layer("B3", 512, 784, 32),
  ...layer("L", 256, 1024, 1024),
];
