import type { AnyModule } from "@rushlight/module";
import { backend, type Tensor } from "@rushlight/tensor";
import { floatsOf } from "../dense/floats.ts";
import type { Windows } from "../windows/Windows.ts";

/** gradX ← each element of gradY at its position in its plane, 0 elsewhere. Positions below 0 are left out. */
export function maximaGradientInto(
  module: AnyModule,
  { inputSize, outputSize }: Pick<Windows, "inputSize" | "outputSize">,
  planes: number,
  gradY: Tensor,
  indices: Tensor<"int32">,
  gradX: Tensor,
): void {
  gradX.zero();
  backend().windows.maxPoolGradient(
    planes,
    inputSize,
    outputSize,
    floatsOf(module, "gradOutput", gradY),
    gradY.storageOffset(),
    indices.storage().data,
    indices.storageOffset(),
    floatsOf(module, "gradInput", gradX),
    gradX.storageOffset(),
  );
}
