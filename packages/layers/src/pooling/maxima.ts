import type { AnyModule } from "@rushlight/module";
import { backend, type Tensor } from "@rushlight/tensor";
import { floatsOf } from "../dense/floats.ts";
import type { Windows } from "../windows/Windows.ts";

/** gradX ← each gradient with respect to a largest element at its position, 0 elsewhere. */
export function maximaGradientInto(
  module: AnyModule,
  windows: Windows,
  planes: number,
  gradY: Tensor,
  indices: Tensor<"int32">,
  gradX: Tensor,
): void {
  gradX.zero();
  backend().windows.maxPoolGradient(
    planes,
    windows.inputSize,
    windows.outputSize,
    floatsOf(module, "gradOutput", gradY),
    gradY.storageOffset(),
    indices.storage().data,
    indices.storageOffset(),
    floatsOf(module, "gradInput", gradX),
    gradX.storageOffset(),
  );
}
