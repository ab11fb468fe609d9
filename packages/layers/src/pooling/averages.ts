import type { AnyModule } from "@rushlight/module";
import { backend, type Tensor } from "@rushlight/tensor";
import { floatsOf } from "../dense/floats.ts";
import type { Windows } from "../windows/Windows.ts";

/** y ← the mean of each window of x: contiguous tensors of the extents that the windows were fitted to. */
export function averageInto(
  module: AnyModule,
  windows: Windows,
  planes: number,
  countPadding: boolean,
  x: Tensor,
  y: Tensor,
): void {
  backend().windows.averagePool(
    windows,
    planes,
    countPadding,
    floatsOf(module, "input", x),
    x.storageOffset(),
    floatsOf(module, "output", y),
    y.storageOffset(),
  );
}

/** gradX ← the gradient with respect to x for that with respect to the means. */
export function averageGradientInto(
  module: AnyModule,
  windows: Windows,
  planes: number,
  countPadding: boolean,
  gradY: Tensor,
  gradX: Tensor,
): void {
  gradX.zero();
  backend().windows.averagePoolGradient(
    windows,
    planes,
    countPadding,
    floatsOf(module, "gradOutput", gradY),
    gradY.storageOffset(),
    floatsOf(module, "gradInput", gradX),
    gradX.storageOffset(),
  );
}
