import { dtypeOf } from "../../fixtures/tensors.ts";
import { type LuaValue, luaDTypes } from "../../fixtures/values.ts";

/** The text of a tensor as Rushlight prints it: its own name for the type, indices from 0, no line end after the last. */
export function torchText(recorded: LuaValue): LuaValue {
  if (typeof recorded !== "string") return recorded;
  return luaDTypes
    .reduce((text, dtype) => text.replaceAll(`[torch.${tensorName(dtype)}`, `[${dtypeOf(dtype)} tensor`), recorded)
    .replace(/^\((.*),\.,\.\) = $/gm, (_, position: string) => `(${countedFromZero(position)},.,.) = `)
    .replace(/^( *)Columns (\d+) to (\d+)/gm, (_, indent: string, first: string, last: string) => {
      return `${indent}Columns ${Number(first) - 1} to ${Number(last) - 1}`;
    })
    .replace(/\n$/, "");
}

/** The dtype that stands for the name of a Torch7 type, as `torch.DoubleTensor`. */
export function torchType(recorded: LuaValue): LuaValue {
  const dtype = luaDTypes.find((known) => recorded === `torch.${tensorName(known)}`);
  return dtype === undefined ? recorded : dtypeOf(dtype);
}

function tensorName(dtype: string): string {
  return `${dtype[0].toUpperCase()}${dtype.slice(1)}Tensor`;
}

function countedFromZero(position: string): string {
  return position
    .split(",")
    .map((index) => Number(index) - 1)
    .join(",");
}
