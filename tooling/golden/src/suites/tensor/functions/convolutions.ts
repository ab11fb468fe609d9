import { type ConvolutionMode, conv2, conv3, xcorr2, xcorr3 } from "@rushlight/tensor";
import type { LuaArguments } from "../../../mapping/LuaArguments.ts";
import { MappingError } from "../../../mapping/MappingError.ts";
import type { TensorFunction } from "./TensorFunction.ts";

/** Convolutions. */
export const convolutionFunctions: Readonly<Record<string, TensorFunction>> = {
  conv2: (a) => conv2(a.tensor(0), a.tensor(1), { mode: mode(a) }),
  conv3: (a) => conv3(a.tensor(0), a.tensor(1), { mode: mode(a) }),
  xcorr2: (a) => xcorr2(a.tensor(0), a.tensor(1), { mode: mode(a) }),
  xcorr3: (a) => xcorr3(a.tensor(0), a.tensor(1), { mode: mode(a) }),
};

function mode(a: LuaArguments): ConvolutionMode {
  const letter = a.optionalString(2) ?? "V";
  if (letter === "V") return "valid";
  if (letter === "F") return "full";
  throw new MappingError(`${a.name}: expected "V" or "F", got "${letter}"`);
}
