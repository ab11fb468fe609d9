/** A product: C `[m, n]` ← op(A) `[m, k]` · op(B) `[k, n]`, with one of them transposed or none. */
export interface Shape {
  readonly name: string;
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly transposed?: "a" | "b";
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
