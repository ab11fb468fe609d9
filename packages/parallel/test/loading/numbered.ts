import { TensorDataset } from "@rushlight/data";
import { tensor } from "@rushlight/tensor";

/** Samples [i, 10·i, 100·i] of class i modulo 3. */
export function numbered(count: number): TensorDataset<"float32", "int32"> {
  const inputs = tensor(
    Array.from({ length: count }, (_, i) => [i, 10 * i, 100 * i]),
    { dtype: "float32" },
  );
  return new TensorDataset(
    inputs,
    tensor(
      Array.from({ length: count }, (_, i) => i % 3),
      { dtype: "int32" },
    ),
  );
}
